package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.LoadSearch;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.boundary.VisitDesk;
import cn.ecogate.passage.boundary.VisitSearch;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.passage.entity.VisitClosing;
import cn.ecogate.passage.entity.VisitNet;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Caller;
import cn.ecogate.web.frame.Complaint;
import cn.ecogate.web.frame.Moments;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** One visit: both its passages, their loads, and what people say about a missing half. */
@Named
@ViewScoped
public class VisitScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient VisitSearch search;
  @Inject transient VisitDesk desk;
  @Inject transient PassageSearch passages;
  @Inject transient LoadSearch loads;
  @Inject transient ExternalContext context;
  @Inject transient Caller caller;
  @Inject transient Complaint complaint;

  private long id;
  private String moment;
  private String reason;

  @PostConstruct
  void read() {
    String asked = context.getRequestParameterMap().getOrDefault("id", "");
    id = asked.matches("\\d{1,18}") ? Long.parseLong(asked) : -1;
    if (getVisit() == null) {
      context.setResponseStatus(404);
    }
  }

  /** Null if there is no such visit. */
  public Visit getVisit() {
    return search.byId(id).orElse(null);
  }

  /** Null for null. */
  public Passage passage(Long passageId) {
    return passageId == null
        ? null
        : passages.story(passageId).map(PassageStory::passage).orElse(null);
  }

  /** Null if none was recorded. */
  public Load load(Long passageId) {
    return passageId == null ? null : loads.held(passageId).orElse(null);
  }

  /** What two weighings say that was brought or taken; null unless both are there. */
  public VisitNet getNet() {
    return loads.net(getVisit()).orElse(null);
  }

  /** Kilograms as tonnes with three decimals. */
  public String tonnes(BigDecimal kilograms) {
    return Load.tonnes(kilograms).toPlainString();
  }

  public List<VisitClosing> getClosings() {
    return search.closings(id);
  }

  public String getMoment() {
    return moment;
  }

  public void setMoment(String moment) {
    this.moment = moment;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public void close() throws IOException {
    try {
      desk.close(id, told(), reason, caller.getUser());
      complaint.praiseNext("visit.closed");
      context.redirect("/visit.xhtml?id=" + id);
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  private Instant told() {
    if (moment == null || moment.isBlank()) {
      return null;
    }
    Instant at = Moments.local(moment.strip());
    if (at == null) {
      throw new Rejected("moment-shape", "moment", "时间应写成 2026-11-28T14:30，或留空。");
    }
    return at;
  }
}
