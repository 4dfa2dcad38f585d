package cn.ecogate.web.release;

import cn.ecogate.release.entity.Cause;
import cn.ecogate.release.entity.NewExemption;
import cn.ecogate.release.entity.NewRelease;
import cn.ecogate.web.frame.Moments;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** What is filled in to let a vehicle in; its key makes a second click harmless. */
public class ReleaseForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String key = UUID.randomUUID().toString();
  private final long passageId;
  private Cause cause;
  private String reason;
  private LocalDate promise;
  private transient Part photo;

  ReleaseForm(long passageId, LocalDate promise) {
    this.passageId = passageId;
    this.promise = promise;
  }

  NewRelease release() {
    return new NewRelease(key, passageId, cause, reason, Upload.bytes(photo, "photo"));
  }

  /** A day that is promised ends at its midnight. */
  NewExemption exemption() {
    return new NewExemption(
        release(),
        promise == null ? null : promise.plusDays(1).atStartOfDay(Moments.PLANT_ZONE).toInstant());
  }

  public Cause getCause() {
    return cause;
  }

  public void setCause(Cause cause) {
    this.cause = cause;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public LocalDate getPromise() {
    return promise;
  }

  public void setPromise(LocalDate promise) {
    this.promise = promise;
  }

  public Part getPhoto() {
    return photo;
  }

  public void setPhoto(Part photo) {
    this.photo = photo;
  }
}
