package cn.ecogate.web.strategy;

import cn.ecogate.registry.boundary.DocumentDesk;
import cn.ecogate.strategy.boundary.ExceedingList;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.strategy.entity.NewListing;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Puts a vehicle on the house's own list, with what was found and a picture that shows it. */
@Named
@RequestScoped
public class NewListingScreen {

  @Inject HttpServletRequest request;
  @Inject ExternalContext context;
  @Inject ExceedingList list;
  @Inject DocumentDesk documents;
  @Inject Complaint complaint;

  private String plate;
  private PlateColor color;
  private String reason;
  private Part evidence;

  /** A link from a passage or a filing names the vehicle. */
  @PostConstruct
  void read() {
    plate = request.getParameter("plate");
    color =
        Arrays.stream(PlateColor.values())
            .filter(each -> each.name().equals(request.getParameter("color")))
            .findFirst()
            .orElse(PlateColor.YELLOW);
  }

  public void list() throws IOException {
    try {
      PlateNumber number = PlateNumber.of(plate);
      ExceedingVehicle entry = list.list(new NewListing(number, color, reason, kept()));
      complaint.praiseNext("listing.is-listed", entry.plateInWords());
      context.redirect("/listing.xhtml?id=" + entry.getId());
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  private Optional<String> kept() throws IOException {
    if (evidence == null || evidence.getSize() == 0) {
      return Optional.empty();
    }
    try (InputStream image = evidence.getInputStream()) {
      return Optional.of(documents.keep(image, evidence.getSize(), "evidence"));
    }
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

  public Part getEvidence() {
    return evidence;
  }

  public void setEvidence(Part evidence) {
    this.evidence = evidence;
  }
}
