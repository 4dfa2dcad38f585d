package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.CorrectionDesk;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.passage.entity.PassageStory;
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

/** A passage's record put right, with a reason; begun with what holds now. */
@Named
@ViewScoped
public class CorrectScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient PassageSearch passages;
  @Inject transient CorrectionDesk desk;
  @Inject transient ExternalContext context;
  @Inject transient Caller caller;
  @Inject transient Complaint complaint;

  private long passageId;
  private CorrectForm form;

  @PostConstruct
  void read() {
    String id = context.getRequestParameterMap().getOrDefault("passage", "");
    passageId = id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
    Passage passage = getPassage();
    if (passage == null) {
      context.setResponseStatus(404);
      return;
    }
    form = new CorrectForm(PassageItems.of(passage), passage.getCorrections());
  }

  /** Null if there is no such passage. */
  public Passage getPassage() {
    return passages.story(passageId).map(PassageStory::passage).orElse(null);
  }

  public CorrectForm getForm() {
    return form;
  }

  /** Somebody else's correction meanwhile is not written over. */
  public void correct() throws IOException {
    try {
      desk.correct(form.correction(passageId), caller.getUser());
      complaint.praiseNext("correction.recorded");
      context.redirect("/passage.xhtml?id=" + passageId);
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
