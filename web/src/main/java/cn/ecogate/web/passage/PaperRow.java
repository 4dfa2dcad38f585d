package cn.ecogate.web.passage;

import cn.ecogate.passage.entity.PaperOutcome.CellFault;
import cn.ecogate.passage.entity.PaperSheet;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.web.frame.Moments;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line of a paper sheet as it is typed, with what is wrong at each of its cells. */
public class PaperRow implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final Map<String, String> faults = new LinkedHashMap<>();
  private String time;
  private String lane;
  private String plate;
  private PlateColor color;
  private String cargo;
  private String tonnes;
  private boolean passed = true;
  private String note;
  private boolean again;

  PaperRow(int line) {
    this.line = line;
  }

  /** True if nobody has typed anything into it. */
  boolean isBlank() {
    return blank(time) && blank(plate) && blank(cargo) && blank(tonnes) && blank(note);
  }

  /**
   * @param day that of the sheet; a full date and time in the cell counts before it
   * @param unreadable takes what cannot be read at all
   */
  PaperSheet.Line told(String day, List<CellFault> unreadable) {
    return new PaperSheet.Line(
        line,
        moment(day, unreadable),
        lane,
        plate == null ? "" : plate.strip().toUpperCase(Locale.ROOT),
        color,
        cargo,
        amount(unreadable),
        passed,
        note,
        again);
  }

  private Instant moment(String day, List<CellFault> unreadable) {
    if (blank(time)) {
      return null;
    }
    String typed = time.strip().replace('：', ':').replace('.', ':');
    String full =
        typed.length() > 8
            ? typed.replace(' ', 'T')
            : day + "T" + (typed.matches("\\d:.*") ? "0" : "") + typed;
    Instant at = Moments.local(full);
    if (at == null) {
      unreadable.add(
          new CellFault(
              line,
              "seenAt",
              "time-shape",
              "时间写成 08:15 或 08:15:30；不是表上日期的，写全 2026-11-28 08:15",
              false));
      return Instant.EPOCH;
    }
    return at;
  }

  private BigDecimal amount(List<CellFault> unreadable) {
    if (blank(tonnes)) {
      return null;
    }
    try {
      return new BigDecimal(tonnes.strip());
    } catch (NumberFormatException noNumber) {
      unreadable.add(new CellFault(line, "tonnes", "tonnes-shape", "运输量应为吨数，如 34.860", false));
      return null;
    }
  }

  void forget() {
    faults.clear();
  }

  void blame(CellFault fault) {
    faults.putIfAbsent(fault.field(), fault.sentence());
  }

  /** By field; empty if nothing is wrong. */
  public Map<String, String> getFaults() {
    return faults;
  }

  public boolean isDoubted() {
    return again || faults.containsKey("again");
  }

  public int getLine() {
    return line;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  public String getTime() {
    return time;
  }

  public void setTime(String time) {
    this.time = time;
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

  public String getCargo() {
    return cargo;
  }

  public void setCargo(String cargo) {
    this.cargo = cargo;
  }

  public String getTonnes() {
    return tonnes;
  }

  public void setTonnes(String tonnes) {
    this.tonnes = tonnes;
  }

  public boolean isPassed() {
    return passed;
  }

  public void setPassed(boolean passed) {
    this.passed = passed;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public boolean isAgain() {
    return again;
  }

  public void setAgain(boolean again) {
    this.again = again;
  }
}
