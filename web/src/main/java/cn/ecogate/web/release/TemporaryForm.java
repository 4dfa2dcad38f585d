package cn.ecogate.web.release;

import cn.ecogate.passage.entity.Passage;
import cn.ecogate.registry.entity.StageEvidence;
import cn.ecogate.release.entity.LaneFiling;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a guard fills in about a vehicle nobody has filed; begun with what the camera read. */
public class TemporaryForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String key = UUID.randomUUID().toString();
  private final String lane;
  private final Long passageId;
  private String plate;
  private PlateColor color;
  private String scan;
  private EmissionStage stage;
  private FuelType fuel = FuelType.DIESEL;
  private String type = "H11";
  private String use = "F";
  private StageEvidence evidence;
  private int hours = 24;
  private transient Part papers;

  TemporaryForm(String lane, Optional<Passage> waiting) {
    this.lane = lane;
    passageId = waiting.map(Passage::getId).orElse(null);
    waiting.ifPresent(
        passage -> {
          plate = passage.getPlate();
          color = passage.getPlateColor();
        });
  }

  LaneFiling filing(Instant now) {
    return new LaneFiling(
        key,
        lane,
        passageId,
        plate,
        color,
        scan,
        stage,
        fuel,
        type,
        use,
        evidence,
        now.plus(Duration.ofHours(hours)),
        Upload.bytes(papers, "papers"));
  }

  public String getLane() {
    return lane;
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

  public String getScan() {
    return scan;
  }

  public void setScan(String scan) {
    this.scan = scan;
  }

  public EmissionStage getStage() {
    return stage;
  }

  public void setStage(EmissionStage stage) {
    this.stage = stage;
  }

  public FuelType getFuel() {
    return fuel;
  }

  public void setFuel(FuelType fuel) {
    this.fuel = fuel;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getUse() {
    return use;
  }

  public void setUse(String use) {
    this.use = use;
  }

  public StageEvidence getEvidence() {
    return evidence;
  }

  public void setEvidence(StageEvidence evidence) {
    this.evidence = evidence;
  }

  public int getHours() {
    return hours;
  }

  public void setHours(int hours) {
    this.hours = hours;
  }

  public Part getPapers() {
    return papers;
  }

  public void setPapers(Part papers) {
    this.papers = papers;
  }
}
