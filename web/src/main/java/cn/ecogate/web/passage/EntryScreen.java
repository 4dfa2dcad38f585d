package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.PassageDesk;
import cn.ecogate.passage.entity.Entered;
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

/**
 * A guard's entry of a plate no camera could read; the form's key makes a second click harmless.
 */
@Named
@ViewScoped
public class EntryScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient PassageDesk desk;
  @Inject transient ExternalContext context;
  @Inject transient Caller caller;
  @Inject transient Complaint complaint;

  private EntryForm form;

  @PostConstruct
  void read() {
    form = new EntryForm(context.getRequestParameterMap().get("lane"));
  }

  public EntryForm getForm() {
    return form;
  }

  /** Through the same rules and the same record as a camera's sighting. */
  public void enter() throws IOException {
    try {
      Entered entered = desk.enter(form.entry(), caller.getUser());
      complaint.praiseNext("entry.recorded");
      context.redirect("/passage.xhtml?id=" + entered.story().passage().getId());
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
