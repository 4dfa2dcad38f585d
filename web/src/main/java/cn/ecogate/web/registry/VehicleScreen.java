package cn.ecogate.web.registry;

import cn.ecogate.registry.boundary.DocumentDesk;
import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.FilingChange;
import cn.ecogate.registry.entity.FormerPlate;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Vin;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** One vehicle's filing: new, or changed. What is odd but allowed is said, not forbidden. */
@Named
@ViewScoped
public class VehicleScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient Registry registry;
  @Inject transient DocumentDesk documents;
  @Inject transient ExternalContext context;
  @Inject transient Complaint complaint;

  private transient Vehicle vehicle;
  private transient Vehicle known;
  private final Papers papers = new Papers();

  @PostConstruct
  void read() {
    String id = context.getRequestParameterMap().get("id");
    vehicle = id == null ? blank() : find(id).orElse(null);
    if (isMissing()) {
      context.setResponseStatus(404);
    }
  }

  /** For the vehicle that stands at the gate: its plate and colour come along. */
  private Vehicle blank() {
    Address known = Address.read("", context.getRequestParameterValuesMap(), "plate", "color");
    Vehicle blank = new Vehicle();
    blank.setPlate(known.get("plate"));
    blank.setPlateColor(known.constant("color", PlateColor.class).orElse(null));
    return blank;
  }

  private Optional<Vehicle> find(String id) {
    return id.matches("\\d{1,18}") ? registry.vehicle(Long.parseLong(id)) : Optional.empty();
  }

  public Vehicle getVehicle() {
    return vehicle;
  }

  public boolean isMissing() {
    return vehicle == null;
  }

  public boolean isFresh() {
    return vehicle.getId() == null;
  }

  public Papers getPapers() {
    return papers;
  }

  public List<String> getOddities() {
    return isFresh() ? List.of() : registry.oddities(vehicle);
  }

  public List<FormerPlate> getFormerPlates() {
    return registry.formerPlates(vehicle.getId());
  }

  public List<FilingChange> getHistory() {
    return registry.history(vehicle.getId());
  }

  /** The vehicle that is on file under the typed VIN, if that was the reason of a refusal. */
  public Vehicle getKnown() {
    return known;
  }

  /** Files or amends, then shows the filing as it now stands; a mistake stays at its field. */
  public void save() throws IOException {
    try {
      known = null;
      papers.keep(vehicle, documents);
      Vehicle kept = isFresh() ? registry.file(vehicle) : registry.amend(vehicle);
      complaint.praiseNext("vehicle.saved", kept.getPlate());
      context.redirect("/vehicle.xhtml?id=" + kept.getId());
    } catch (Rejected why) {
      if (why.code().equals("vin-known")) {
        known = registry.byVin(Vin.of(vehicle.getVin()).text()).orElse(null);
      }
      complaint.show(why);
    }
  }
}
