package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.BarrierDesk;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Complaint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Says why a barrier moved by itself, or was not used; the page's script sends which record. */
@Named
@RequestScoped
public class ExplainAct {

  @Inject HttpServletRequest request;
  @Inject BarrierDesk desk;
  @Inject Complaint complaint;

  public void explain() {
    try {
      desk.explain(Long.parseLong(request.getParameter("row")), request.getParameter("reason"));
      complaint.praise("barriers.explained");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
