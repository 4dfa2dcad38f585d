package cn.ecogate.web.strategy;

import cn.ecogate.passage.entity.Rehearsal;
import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.strategy.entity.StrategyCard;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Complaint;
import cn.ecogate.web.frame.Moments;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;

/** A strategy composed or amended: it is read back as a sentence while one composes. */
@Named
@ViewScoped
public class StrategyForm implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient Strategies strategies;
  @Inject transient Trial trial;
  @Inject transient Moments moments;
  @Inject transient ExternalContext context;
  @Inject transient Complaint complaint;

  private StrategyDraft draft;
  private String why;

  @PostConstruct
  void read() {
    Address asked =
        Address.read("", context.getRequestParameterValuesMap(), "id", "alert", "measure");
    draft = asked.has("id") ? kept(asked.get("id")).orElse(null) : fresh(asked);
    if (isMissing()) {
      context.setResponseStatus(404);
    }
  }

  private StrategyDraft fresh(Address asked) {
    StrategyDraft fresh = new StrategyDraft(moments.getNow());
    asked.constant("alert", AlertLevel.class).ifPresent(fresh::setAlert);
    asked.constant("measure", KnownMeasure.class).ifPresent(fresh::take);
    return fresh;
  }

  private Optional<StrategyDraft> kept(String id) {
    return (id.matches("\\d{1,18}")
            ? strategies.card(Long.parseLong(id), moments.getNow())
            : Optional.<StrategyCard>empty())
        .map(StrategyCard::strategy)
        .map(kept -> new StrategyDraft(kept, written(kept)));
  }

  private String written(ControlStrategy kept) {
    return kept.measure().equals(strategies.measure(kept.restrictions())) ? null : kept.measure();
  }

  public boolean isMissing() {
    return draft == null;
  }

  public StrategyDraft getDraft() {
    return draft;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  /** What has been composed so far as a sentence, or what it still lacks. */
  public String getSentence() {
    try {
      return strategies.sentence(composed());
    } catch (Rejected lacking) {
      return lacking.getMessage();
    }
  }

  /** What it would have done in the last days; null before it forbids anything. */
  public Rehearsal getRehearsal() {
    try {
      return trial.of(composed());
    } catch (Rejected lacking) {
      return null;
    }
  }

  public void take(KnownMeasure known) {
    draft.take(known);
  }

  public void addRule() {
    draft.getRules().add(new RuleDraft());
  }

  public void dropRule(int place) {
    draft.getRules().remove(place);
  }

  public void endAfter(int hours) {
    try {
      draft.endAfter(hours);
    } catch (Rejected noStart) {
      complaint.show(noStart);
    }
  }

  /** Takes over what was typed; the page then shows it as a sentence. */
  public void readBack() {
    // Faces has done it already.
  }

  /** Keeps it, then shows it as it stands; a mistake stays at its field. */
  public void save() throws IOException {
    try {
      ControlStrategy kept =
          draft.isFresh() ? strategies.add(composed()) : strategies.amend(composed(), why);
      complaint.praiseNext("strategy.saved", kept.name());
      context.redirect("/strategy.xhtml?id=" + kept.id());
    } catch (Rejected refused) {
      complaint.show(refused);
    }
  }

  private ControlStrategy composed() {
    return draft.strategy(strategies::measure);
  }
}
