package cn.ecogate.web.account;

import cn.ecogate.account.boundary.DoorBook;
import cn.ecogate.account.entity.OpenDoor;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Complaint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Ends a sign-in from a list; the page's script sends which one. */
@Named
@RequestScoped
public class DoorActs {

  @Inject HttpServletRequest request;
  @Inject DoorBook doors;
  @Inject Complaint complaint;

  public void end() {
    String[] row = request.getParameter("row").split(":", 2);
    try {
      doors.end(OpenDoor.Kind.valueOf(row[0]), row[1]);
      complaint.praise("sessions.ended");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
