package cn.ecogate.web.strategy;

import cn.ecogate.passage.entity.Rehearsal;
import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.EditionStory;
import cn.ecogate.strategy.entity.StrategyCard;
import cn.ecogate.strategy.entity.StrategyEdition.Act;
import cn.ecogate.strategy.entity.StrategyState;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Complaint;
import cn.ecogate.web.frame.Moments;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;

/** One strategy: what it says, how it stands, every edition; ended early or taken back. */
@Named
@ViewScoped
public class StrategyScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient Strategies strategies;
  @Inject transient Trial trial;
  @Inject transient Moments moments;
  @Inject transient ExternalContext context;
  @Inject transient Complaint complaint;

  private long id;

  /** As the page showed it: somebody may have changed it since. */
  private int edition;

  private String why;

  @PostConstruct
  void read() {
    String asked = context.getRequestParameterMap().get("id");
    id = asked != null && asked.matches("\\d{1,18}") ? Long.parseLong(asked) : -1;
    StrategyCard card = getCard();
    if (card == null) {
      context.setResponseStatus(404);
    } else {
      edition = card.strategy().edition();
    }
  }

  /** Null if there is no such strategy. */
  public StrategyCard getCard() {
    return strategies.card(id, moments.getNow()).orElse(null);
  }

  public String getSentence() {
    return strategies.sentence(getCard().strategy());
  }

  /** What it would have done in the last days; null if it forbids nothing or is over. */
  public Rehearsal getRehearsal() {
    StrategyCard card = getCard();
    return card.state() == StrategyState.OVER ? null : trial.of(card.strategy());
  }

  public List<EditionStory> getHistory() {
    return strategies.history(id);
  }

  /** Set here, and not over yet. */
  public boolean isEndable() {
    return getCard().strategy().origin().isEmpty() && getCard().state() != StrategyState.OVER;
  }

  public boolean isUndoable() {
    return getCard().act() == Act.AMENDED || getCard().act() == Act.ENDED;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  public void end() throws IOException {
    act(() -> strategies.end(id, edition, why), "strategy.is-ended");
  }

  public void undo() throws IOException {
    act(() -> strategies.undo(id, edition), "strategy.is-undone");
  }

  private void act(Supplier<ControlStrategy> act, String praise) throws IOException {
    try {
      complaint.praiseNext(praise, act.get().name());
      context.redirect("/strategy.xhtml?id=" + id);
    } catch (Rejected refused) {
      complaint.show(refused);
    }
  }
}
