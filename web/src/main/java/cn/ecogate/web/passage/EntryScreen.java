package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.PassageDesk;
import cn.ecogate.passage.entity.Entered;
import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Caller;
import cn.ecogate.web.frame.Complaint;
import cn.ecogate.web.frame.Words;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;

/**
 * A guard's entry of a plate no camera could read; the form's key makes a second click harmless.
 */
@Named
@ViewScoped
public class EntryScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient PassageDesk desk;
  @Inject transient ExternalContext context;
  @Inject transient Caller caller;
  @Inject transient Complaint complaint;
  @Inject transient Words words;

  private final String key = UUID.randomUUID().toString();
  private String lane;
  private String plate;
  private PlateColor color;
  private String note;

  @PostConstruct
  void read() {
    lane = context.getRequestParameterMap().get("lane");
  }

  /** Through the same rules and the same record as a camera's sighting. */
  public void enter() throws IOException {
    try {
      ManualEntry entry =
          new ManualEntry(key, lane, plate == null ? "" : plate, color, null, note, null);
      Entered entered = desk.enter(entry, caller.getUser());
      complaint.praise(words.say("entry.recorded"));
      context.redirect("/passage.xhtml?id=" + entered.story().passage().getId());
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  public String getLane() {
    return lane;
  }

  public void setLane(String lane) {
    this.lane = lane;
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

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
