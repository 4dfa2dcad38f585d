package cn.ecogate.web.release;

import cn.ecogate.release.boundary.ReleaseDesk;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Complaint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Says how a promise to file was kept; the page's script sends which one. */
@Named
@RequestScoped
public class PromiseAct {

  @Inject HttpServletRequest request;
  @Inject ReleaseDesk desk;
  @Inject Complaint complaint;

  public void keep() {
    try {
      desk.keepPromise(Long.parseLong(request.getParameter("row")), request.getParameter("reason"));
      complaint.praise("promise.is-kept");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
