package cn.ecogate.web.registry;

import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.PlateChange;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;

/** A vehicle gets another plate; its filing, papers and history stay. */
@Named
@ViewScoped
public class PlateScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient Registry registry;
  @Inject transient ExternalContext context;
  @Inject transient Complaint complaint;

  private transient Vehicle vehicle;
  private String plate;
  private PlateColor color;
  private String reason;

  @PostConstruct
  void read() {
    Address asked =
        Address.read("", context.getRequestParameterValuesMap(), "vehicle", "plate", "color");
    String id = asked.get("vehicle");
    vehicle = id.matches("\\d{1,18}") ? registry.vehicle(Long.parseLong(id)).orElse(null) : null;
    if (vehicle == null) {
      context.setResponseStatus(404);
      return;
    }
    plate = asked.get("plate");
    color = asked.constant("color", PlateColor.class).orElse(vehicle.getPlateColor());
  }

  public Vehicle getVehicle() {
    return vehicle;
  }

  public String getPlate() {
    return plate;
  }

  public void setPlate(String plate) {
    this.plate = plate;
  }

  public PlateColor getColor() {
    return color;
  }

  public void setColor(PlateColor color) {
    this.color = color;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public void change() throws IOException {
    try {
      Vehicle changed =
          registry.changePlate(
              new PlateChange(vehicle.getId(), vehicle.getVersion(), plate, color, reason));
      complaint.praiseNext("plate.changed", changed.getPlate());
      context.redirect("/vehicle.xhtml?id=" + changed.getId());
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
