package cn.ecogate.web.strategy;

import cn.ecogate.strategy.boundary.ExceedingList;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Caller;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** One entry of the exceeding list: who listed the vehicle, why, and its release. */
@Named
@RequestScoped
public class ListingScreen {

  @Inject HttpServletRequest request;
  @Inject ExternalContext context;
  @Inject ExceedingList list;
  @Inject Caller caller;
  @Inject Complaint complaint;

  private long id;
  private String why;

  @PostConstruct
  void read() {
    String asked = request.getParameter("id");
    id = asked != null && asked.matches("\\d{1,18}") ? Long.parseLong(asked) : -1;
    if (getEntry() == null) {
      context.setResponseStatus(404);
    }
  }

  /** Null if there is no such entry. */
  public ExceedingVehicle getEntry() {
    return list.entry(id).orElse(null);
  }

  /** Every entry about the same plate, this one too, newest first. */
  public List<ExceedingVehicle> getHistory() {
    ExceedingVehicle entry = getEntry();
    return list.history(new PlateNumber(entry.getPlate()), entry.getPlateColor());
  }

  /** The house listed it, and the caller may take it off. */
  public boolean isReleasable() {
    ExceedingVehicle entry = getEntry();
    return caller.isEditor() && entry.getPlatform() == null && !entry.released();
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  public void release() {
    try {
      complaint.praise("listing.is-released", list.release(id, why).plateInWords());
    } catch (Rejected rejected) {
      complaint.show(rejected);
    }
  }
}
