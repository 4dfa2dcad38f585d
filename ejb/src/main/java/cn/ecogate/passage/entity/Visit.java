package cn.ecogate.passage.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.PlateColor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * Entrance and exit of one vehicle as a pair. Reckoned from the ledger's passages: nothing is in it
 * that could not be reckoned again.
 */
@Entity
@Table(name = "visit")
public class Visit {

  /** Whoever is inside for longer is pointed out. */
  public static final Duration LONG = Duration.ofHours(24);

  /** That of its first passage. */
  @Id private Long id;

  @Enumerated(EnumType.STRING)
  private State state;

  private String plate;

  @Enumerated(EnumType.STRING)
  @Column(name = "plate_color")
  private PlateColor plateColor;

  private String vin;
  private String owner;

  @Enumerated(EnumType.STRING)
  private EmissionStage stage;

  @Column(name = "in_passage")
  private Long inPassage;

  @Column(name = "in_at")
  private Instant inAt;

  @Column(name = "in_lane")
  private String inLane;

  @Column(name = "out_passage")
  private Long outPassage;

  @Column(name = "out_at")
  private Instant outAt;

  @Column(name = "out_lane")
  private String outLane;

  @Column(name = "began_at")
  private Instant beganAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  private Long closing;

  protected Visit() {}

  public Visit(long id, State state, Instant beganAt, Instant endedAt, Long closing) {
    this.id = id;
    this.state = state;
    this.beganAt = beganAt;
    this.endedAt = endedAt;
    this.closing = closing;
  }

  public void vehicle(
      String number, PlateColor color, String vinNumber, String belongsTo, EmissionStage level) {
    this.plate = number;
    this.plateColor = color;
    this.vin = vinNumber;
    this.owner = belongsTo;
    this.stage = level;
  }

  public void entrance(long passageId, Instant at, String laneId) {
    this.inPassage = passageId;
    this.inAt = at;
    this.inLane = laneId;
  }

  public void exit(long passageId, Instant at, String laneId) {
    this.outPassage = passageId;
    this.outAt = at;
    this.outLane = laneId;
  }

  public Long getId() {
    return id;
  }

  public State getState() {
    return state;
  }

  /** As it was at the entrance; at the exit if that is all there is. */
  public String getPlate() {
    return plate;
  }

  public PlateColor getPlateColor() {
    return plateColor;
  }

  public String getVin() {
    return vin;
  }

  public String getOwner() {
    return owner;
  }

  public EmissionStage getStage() {
    return stage;
  }

  /** Null if the entrance was missed. */
  public Long getInPassage() {
    return inPassage;
  }

  public Instant getInAt() {
    return inAt;
  }

  public String getInLane() {
    return inLane;
  }

  /** Null if the vehicle is inside, or its exit was missed. */
  public Long getOutPassage() {
    return outPassage;
  }

  public Instant getOutAt() {
    return outAt;
  }

  public String getOutLane() {
    return outLane;
  }

  public Instant getBeganAt() {
    return beganAt;
  }

  /** The exit; where that was missed, what a person said, else when it came again; may be null. */
  public Instant getEndedAt() {
    return endedAt;
  }

  /** What a person said about the missing half; null if nobody did. */
  public Long getClosing() {
    return closing;
  }

  public boolean isInside() {
    return state == State.INSIDE;
  }

  /** True if somebody should say what became of it. */
  public boolean isOpenQuestion() {
    return (state == State.EXIT_MISSED || state == State.ENTRANCE_MISSED) && closing == null;
  }

  /** True if it is inside for longer than is usual. */
  public boolean isLong(Instant now) {
    return isInside() && inAt.plus(LONG).isBefore(now);
  }

  /** From entrance to exit, or to now while it is inside; null if one of them is not known. */
  public Duration stay(Instant now) {
    if (inAt == null) {
      return null;
    }
    Instant end = isInside() ? now : outAt;
    return end == null ? null : Duration.between(inAt, end);
  }

  /** How a visit stands. */
  public enum State {
    INSIDE("在厂"),
    LEFT("已出厂"),
    EXIT_MISSED("缺出厂记录"),
    ENTRANCE_MISSED("缺进厂记录");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
