package cn.ecogate.web.passage;

import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.vocabulary.PlateColor;
import java.io.Serializable;
import java.util.UUID;

/** What a guard fills in; its key, made when the form is opened, makes a second click harmless. */
public class EntryForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String key = UUID.randomUUID().toString();
  private String lane;
  private String plate;
  private PlateColor color;
  private String note;

  EntryForm(String lane) {
    this.lane = lane;
  }

  ManualEntry entry() {
    return new ManualEntry(key, lane, plate == null ? "" : plate, color, null, note, null);
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
