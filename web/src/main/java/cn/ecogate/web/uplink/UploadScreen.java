package cn.ecogate.web.uplink;

import cn.ecogate.uplink.boundary.Uploads;
import cn.ecogate.uplink.entity.Anatomy;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Caller;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * One record's way to a platform: every call, what it says, and the correction of what was refused.
 */
@Named
@RequestScoped
public class UploadScreen {

  @Inject HttpServletRequest request;
  @Inject Uploads uploads;
  @Inject Complaint complaint;
  @Inject Caller caller;

  private Anatomy anatomy;

  @PostConstruct
  void read() {
    String id = request.getParameter("id");
    try {
      anatomy = id != null && id.matches("\\d{1,18}") ? uploads.anatomy(Long.parseLong(id)) : null;
    } catch (Rejected none) {
      anatomy = null;
    }
  }

  /** Null if there is no such record. */
  public Anatomy getAnatomy() {
    return anatomy;
  }

  /** True if it belongs to a passage that has a page of its own. */
  public boolean isOfPassage() {
    RecordKind kind = anatomy.dispatch().kind();
    return kind == RecordKind.PASSAGE || kind == RecordKind.RELEASE || kind == RecordKind.LOAD;
  }

  public boolean isCorrectable() {
    return caller.isEditor() && anatomy.dispatch().state() == Dispatch.State.BLOCKED;
  }

  /** What the item's field shows: what was typed, else what is recorded. */
  public String shown(Anatomy.Item item) {
    String typed = request.getParameter("set-" + item.name());
    return typed == null ? item.value() : typed;
  }

  public String getReason() {
    return request.getParameter("reason");
  }

  /** Sends what was typed instead. */
  public String correct() {
    Map<String, String> typed = new HashMap<>();
    anatomy
        .items()
        .forEach(item -> typed.put(item.name(), request.getParameter("set-" + item.name())));
    try {
      uploads.correct(anatomy.dispatch().id(), typed, request.getParameter("reason"));
    } catch (Rejected why) {
      complaint.show(why);
      return null;
    }
    complaint.praiseNext("upload.corrected");
    return again();
  }

  /** Sends the same once more. */
  public String requeue() {
    try {
      uploads.release(anatomy.dispatch().id());
    } catch (Rejected why) {
      complaint.show(why);
      return null;
    }
    complaint.praiseNext("uploads.requeued");
    return again();
  }

  private String again() {
    return "/upload.xhtml?faces-redirect=true&id=" + anatomy.dispatch().id();
  }
}
