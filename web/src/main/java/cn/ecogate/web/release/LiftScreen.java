package cn.ecogate.web.release;

import cn.ecogate.passage.boundary.BarrierSearch;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.release.boundary.DutyDesk;
import cn.ecogate.release.boundary.DutySearch;
import cn.ecogate.release.entity.LiftCause;
import cn.ecogate.release.entity.LiftDuty;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Caller;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.util.List;

/**
 * One lift that has to be explained: by whom, until when, why it happened, whether that will do.
 */
@Named
@RequestScoped
public class LiftScreen {

  @Inject HttpServletRequest request;
  @Inject ExternalContext context;
  @Inject DutySearch search;
  @Inject BarrierSearch barriers;
  @Inject DutyDesk desk;
  @Inject Caller caller;
  @Inject Complaint complaint;

  private long id;
  private LiftCause cause;
  private String reason;
  private Part photo;
  private String person;
  private String review;

  @PostConstruct
  void read() {
    String asked = request.getParameter("id");
    id = asked != null && asked.matches("\\d{1,18}") ? Long.parseLong(asked) : -1;
    if (getDuty() == null) {
      context.setResponseStatus(404);
    }
  }

  /** Null if there is no such record, or nobody has to explain it. */
  public LiftDuty getDuty() {
    return search.duty(id).orElse(null);
  }

  /** What the barrier did, with what the lane's camera saw of it. */
  public BarrierRecord getRecord() {
    return barriers.record(id).orElse(null);
  }

  public List<LiftCause> getCauses() {
    return List.of(LiftCause.values());
  }

  public List<String> getPeople() {
    return search.assignable();
  }

  /** It is the caller's to explain, or he is above whoever it was given to. */
  public boolean isExplainable() {
    LiftDuty duty = getDuty();
    return duty.isOpen()
        && caller.isGuard()
        && (caller.isEditor()
            || duty.getAssignedTo() == null
            || duty.getAssignedTo().equals(caller.getUser()));
  }

  /** Another person explained it, and the caller may say whether that will do. */
  public boolean isReviewable() {
    LiftDuty duty = getDuty();
    return duty.isExplained()
        && caller.isEditor()
        && !caller.getUser().equals(duty.getExplainedBy());
  }

  public void explain() {
    act(() -> desk.explain(id, cause, reason, Upload.bytes(photo, "photo")), "lift.is-explained");
  }

  public void assign() {
    act(() -> desk.assign(id, person), "lift.is-assigned");
  }

  public void review(boolean accepted) {
    act(() -> desk.review(id, accepted, review), accepted ? "lift.is-accepted" : "lift.is-back");
  }

  private void act(Runnable act, String praise) {
    try {
      act.run();
      complaint.praise(praise);
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  public LiftCause getCause() {
    return cause;
  }

  public void setCause(LiftCause cause) {
    this.cause = cause;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Part getPhoto() {
    return photo;
  }

  public void setPhoto(Part photo) {
    this.photo = photo;
  }

  public String getPerson() {
    return person;
  }

  public void setPerson(String person) {
    this.person = person;
  }

  public String getReview() {
    return review;
  }

  public void setReview(String review) {
    this.review = review;
  }
}
