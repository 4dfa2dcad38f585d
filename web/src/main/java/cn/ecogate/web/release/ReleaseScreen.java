package cn.ecogate.web.release;

import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.release.boundary.ReleaseDesk;
import cn.ecogate.release.entity.Cause;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Lane;
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

/** A guard lets the vehicle in, or asks for an exemption of the one that was refused. */
@Named
@ViewScoped
public class ReleaseScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What people usually need to bring their papers. */
  private static final int PROMISED_DAYS = 3;

  @Inject transient PassageSearch passages;
  @Inject transient ReleaseDesk desk;
  @Inject transient SiteBook book;
  @Inject transient Moments moments;
  @Inject transient ExternalContext context;
  @Inject transient Complaint complaint;

  private long passageId;
  private ReleaseForm form;

  @PostConstruct
  void read() {
    String id = context.getRequestParameterMap().getOrDefault("passage", "");
    passageId = id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
    if (getPassage() == null) {
      context.setResponseStatus(404);
    }
    form = new ReleaseForm(passageId, moments.getToday().plusDays(PROMISED_DAYS));
  }

  /** Null if there is no such passage. */
  public Passage getPassage() {
    return passages.story(passageId).map(PassageStory::passage).orElse(null);
  }

  public Lane getLane() {
    return book.site().lane(getPassage().getLaneId()).orElse(null);
  }

  public ReleaseForm getForm() {
    return form;
  }

  public List<Cause> getCauses() {
    return List.of(Cause.values());
  }

  public void release() throws IOException {
    try {
      desk.release(form.release())
          .match(
              opened -> praise("release.opened"),
              notOpened -> praise("release.not-opened", notOpened.kept().getBarrierWords()),
              declined -> null,
              tooLate -> null);
      context.redirect("/live.xhtml");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  public void ask() throws IOException {
    try {
      desk.ask(form.exemption());
      complaint.praiseNext("exemption.is-asked");
      context.redirect("/live.xhtml");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  private Void praise(String key, Object... blanks) {
    complaint.praiseNext(key, blanks);
    return null;
  }
}
