package cn.ecogate.web.uplink;

import cn.ecogate.uplink.boundary.Uploads;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Complaint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Puts a record that the platform refused back into the queue. */
@Named
@RequestScoped
public class RequeueAct {

  @Inject HttpServletRequest request;
  @Inject Uploads uploads;
  @Inject Complaint complaint;

  /** The page's script sends which one. */
  public void requeue() {
    try {
      uploads.release(Long.parseLong(request.getParameter("dispatch")));
      complaint.praise("uploads.requeued");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
