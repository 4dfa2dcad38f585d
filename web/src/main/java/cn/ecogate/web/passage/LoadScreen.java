package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.LoadDesk;
import cn.ecogate.passage.boundary.LoadSearch;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Cargo;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.passage.entity.Weighing;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Caller;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** What a vehicle carried: a weighing taken over, or typed; a correction is the same form. */
@Named
@ViewScoped
public class LoadScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient PassageSearch passages;
  @Inject transient LoadSearch loads;
  @Inject transient LoadDesk desk;
  @Inject transient ExternalContext context;
  @Inject transient Caller caller;
  @Inject transient Complaint complaint;

  private long passageId;
  private LoadForm form;

  @PostConstruct
  void read() {
    String id = context.getRequestParameterMap().getOrDefault("passage", "");
    passageId = id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
    Passage passage = getPassage();
    if (passage == null) {
      context.setResponseStatus(404);
      return;
    }
    Cargo cargo = loads.of(passage);
    form = cargo.load().map(LoadForm::of).orElseGet(() -> LoadForm.of(cargo.offer()));
    form.offer(context.getRequestParameterMap().get("tonnes"));
  }

  /** Null if there is no such passage. */
  public Passage getPassage() {
    return passages.story(passageId).map(PassageStory::passage).orElse(null);
  }

  public LoadForm getForm() {
    return form;
  }

  /** Those the load may be taken from. */
  public List<Weighing> getWeighings() {
    return loads.of(getPassage()).weighings();
  }

  /** Tonnes with three decimals; null stays null. */
  public String tonnes(Weighing weighing) {
    return Load.tonnes(weighing.getNetKg() == null ? weighing.getGrossKg() : weighing.getNetKg())
        .toPlainString();
  }

  /** A load that holds already word for word is not written again. */
  public void enter() throws IOException {
    try {
      desk.enter(form.load(passageId), caller.getUser());
      complaint.praiseNext("load.recorded");
      context.redirect("/passage.xhtml?id=" + passageId);
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
