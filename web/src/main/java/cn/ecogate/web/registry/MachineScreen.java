package cn.ecogate.web.registry;

import cn.ecogate.registry.boundary.Cards;
import cn.ecogate.registry.boundary.DocumentDesk;
import cn.ecogate.registry.entity.FilingChange;
import cn.ecogate.registry.entity.Machine;
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
public class MachineScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient Cards cards;
  @Inject transient DocumentDesk documents;
  @Inject transient ExternalContext context;
  @Inject transient Complaint complaint;

  private transient Machine card;
  private transient Part platePhoto;
  private transient Part enginePhoto;
  private transient Part labelPhoto;

  @PostConstruct
  void read() {
    String id = context.getRequestParameterMap().get("id");
    if (id == null) {
      card = new Machine();
    } else if (id.matches("\\d{1,18}")) {
      card = cards.machine(Long.parseLong(id)).orElse(null);
    }
    if (card == null) {
      context.setResponseStatus(404);
    }
  }

  public Machine getCard() {
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

  public Part getPlatePhoto() {
    return platePhoto;
  }

  public void setPlatePhoto(Part platePhoto) {
    this.platePhoto = platePhoto;
  }

  public Part getEnginePhoto() {
    return enginePhoto;
  }

  public void setEnginePhoto(Part enginePhoto) {
    this.enginePhoto = enginePhoto;
  }

  public Part getLabelPhoto() {
    return labelPhoto;
  }

  public void setLabelPhoto(Part labelPhoto) {
    this.labelPhoto = labelPhoto;
  }

  /** Keeps the card, then shows it as it now stands; a mistake stays at its field. */
  public void save() throws IOException {
    try {
      if (Papers.chosen(platePhoto)) {
        card.setPlatePhoto(Papers.keep(platePhoto, documents, "platePhoto"));
      }
      if (Papers.chosen(enginePhoto)) {
        card.setEnginePhoto(Papers.keep(enginePhoto, documents, "enginePhoto"));
      }
      if (Papers.chosen(labelPhoto)) {
        card.setLabelPhoto(Papers.keep(labelPhoto, documents, "labelPhoto"));
      }
      Machine kept = cards.keep(card);
      complaint.praiseNext("card.saved", kept.getCode());
      context.redirect("/machine.xhtml?id=" + kept.getId());
    } catch (Rejected why) {
      complaint.show(why);
    }
  }
}
