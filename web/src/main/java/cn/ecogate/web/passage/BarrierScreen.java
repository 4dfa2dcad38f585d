package cn.ecogate.web.passage;

import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.passage.boundary.BarrierDesk;
import cn.ecogate.passage.boundary.BarrierSearch;
import cn.ecogate.passage.boundary.LaneDesk;
import cn.ecogate.passage.entity.BarrierFilter;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * One lane's barrier in the hands of a person: told with a reason, and what it answered; the lane
 * itself closed and opened again.
 */
@Named
@RequestScoped
public class BarrierScreen {

  private static final int ROWS = 10;

  @Inject HttpServletRequest request;
  @Inject ExternalContext context;
  @Inject SiteBook book;
  @Inject BarrierDesk desk;
  @Inject LaneDesk lanes;
  @Inject BarrierSearch search;
  @Inject Complaint complaint;

  private Lane lane;
  private String reason;
  private String closing;

  @PostConstruct
  void read() {
    String id = request.getParameter("lane");
    lane = id == null ? null : book.site().lane(id).orElse(null);
    if (lane == null) {
      context.setResponseStatus(404);
    }
  }

  /** Null if the site has no such lane. */
  public Lane getLane() {
    return lane;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  /** Why the lane is to be closed, as the driver will read it. */
  public String getClosing() {
    return closing;
  }

  public void setClosing(String closing) {
    this.closing = closing;
  }

  public void closeLane() {
    try {
      lanes.close(lane.id(), closing);
      complaint.praise("lane.closed.done");
    } catch (Rejected why) {
      complaint.show("reason".equals(why.field()) ? "closing" : why.field(), why.getMessage());
    }
  }

  public void openLane() {
    try {
      lanes.open(lane.id());
      complaint.praise("lane.opened.done");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  /** What was last done at this barrier. */
  public List<BarrierRecord> getRecords() {
    return search.find(new BarrierFilter(lane.id(), null, false), null, ROWS).rows();
  }

  public void tell(String act) {
    try {
      BarrierRecord record = desk.tell(lane.id(), BarrierRecord.Kind.valueOf(act), reason);
      if (record.getOutcome() == Acknowledgement.Outcome.DONE) {
        complaint.praise("barrier.done", record.getAnswer());
      } else {
        complaint.show(new Rejected("barrier", "", record.getAnswer()));
      }
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
