package cn.ecogate.web.registry;

import cn.ecogate.registry.boundary.Cards;
import cn.ecogate.registry.boundary.DocumentDesk;
import cn.ecogate.registry.entity.FilingChange;
import cn.ecogate.registry.entity.PlantVehicle;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** One card: new, or changed; its pictures are kept before the card that names them. */
@Named
@ViewScoped
public class PlantVehicleScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient Cards cards;
  @Inject transient DocumentDesk documents;
  @Inject transient ExternalContext context;
  @Inject transient Complaint complaint;

  private transient PlantVehicle card;
  private transient Part listPhoto;
  private transient Part licencePhoto;

  @PostConstruct
  void read() {
    String id = context.getRequestParameterMap().get("id");
    if (id == null) {
      card = new PlantVehicle();
    } else if (id.matches("\\d{1,18}")) {
      card = cards.plantVehicle(Long.parseLong(id)).orElse(null);
    }
    if (card == null) {
      context.setResponseStatus(404);
    }
  }

  public PlantVehicle getCard() {
    return card;
  }

  public boolean isFresh() {
    return card.getId() == null;
  }

  public List<String> getOddities() {
    return isFresh() ? List.of() : cards.oddities(card);
  }

  public List<FilingChange> getHistory() {
    return cards.history(card);
  }

  public Part getListPhoto() {
    return listPhoto;
  }

  public void setListPhoto(Part listPhoto) {
    this.listPhoto = listPhoto;
  }

  public Part getLicencePhoto() {
    return licencePhoto;
  }

  public void setLicencePhoto(Part licencePhoto) {
    this.licencePhoto = licencePhoto;
  }

  /** Keeps the card, then shows it as it now stands; a mistake stays at its field. */
  public void save() throws IOException {
    try {
      if (Papers.chosen(listPhoto)) {
        card.setListPhoto(Papers.keep(listPhoto, documents, "listPhoto"));
      }
      if (Papers.chosen(licencePhoto)) {
        card.setLicencePhoto(Papers.keep(licencePhoto, documents, "licencePhoto"));
      }
      PlantVehicle kept = cards.keep(card);
      complaint.praiseNext("card.saved", kept.getCode());
      context.redirect("/plant-vehicle.xhtml?id=" + kept.getId());
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
