package cn.ecogate.web.alarm;

import cn.ecogate.alarm.boundary.Alarms;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Complaint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What can be done about an alarm from the list; the page's script sends which one. */
@Named
@RequestScoped
public class AlarmActs {

  @Inject HttpServletRequest request;
  @Inject Alarms alarms;
  @Inject Complaint complaint;

  public void acknowledge() {
    act(() -> alarms.acknowledge(id()), "alarms.acknowledged");
  }

  public void close() {
    act(() -> alarms.close(id(), finding(), request.getParameter("reason")), "alarms.closed");
  }

  /** Null if nothing was chosen. */
  private Alarm.Finding finding() {
    return Address.read("", request.getParameterMap(), "choice")
        .constant("choice", Alarm.Finding.class)
        .orElse(null);
  }

  private void act(Runnable act, String praise) {
    try {
      act.run();
      complaint.praise(praise);
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  private long id() {
    return Long.parseLong(request.getParameter("row"));
  }
}
