package cn.ecogate.confirmation.entity;

import cn.ecogate.registry.entity.Machine;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** One piece of work: whether a vehicle or machine really exceeds, re-checked and verified. */
@Entity
@Table(name = "confirmation")
public class Confirmation {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private long version;

  @Column(name = "listing_id")
  private Long listingId;

  @Enumerated(EnumType.STRING)
  private Thing thing;

  private String plate;

  @Enumerated(EnumType.STRING)
  @Column(name = "plate_color")
  private PlateColor plateColor;

  private String vin;
  private String machine;

  @Enumerated(EnumType.STRING)
  private FuelType fuel;

  @Enumerated(EnumType.STRING)
  private EmissionStage stage;

  private String source;
  private String platform;
  private String reason;
  private LocalDate issued;

  @Enumerated(EnumType.STRING)
  private Cause cause;

  @Column(name = "passage_serial")
  private String passageSerial;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "opened_by")
  private String openedBy;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  private Finding finding;

  private String words;
  private String evidence;

  @Column(name = "checked_at")
  private Instant checkedAt;

  @Column(name = "checked_by")
  private String checkedBy;

  private String verdict;

  @Column(name = "verified_at")
  private Instant verifiedAt;

  @Column(name = "verified_by")
  private String verifiedBy;

  @Column(name = "answer_seq")
  private Long answerSeq;

  protected Confirmation() {}

  /**
   * About an entry of the exceeding list.
   *
   * @param passage serial number of the passage at which it was met, null if it was not
   */
  public static Confirmation of(ExceedingVehicle entry, Cause cause, String passage, Instant at) {
    Confirmation work = new Confirmation();
    work.thing = Thing.VEHICLE;
    work.listingId = entry.getId();
    work.plate = entry.getPlate();
    work.plateColor = entry.getPlateColor();
    work.vin = entry.getVin();
    work.fuel = entry.getFuel();
    work.stage = entry.getStage();
    work.source = entry.getSource();
    work.platform = entry.getPlatform();
    work.reason = entry.getReason();
    work.issued = entry.getIssued();
    work.opened(cause, null, at);
    work.passageSerial = passage;
    return work;
  }

  /** About a machine on file that somebody has doubts about. */
  public static Confirmation of(Machine card, String reason, String who, LocalDate on, Instant at) {
    Confirmation work = new Confirmation();
    work.source = "本厂";
    work.reason = reason;
    work.issued = on;
    work.isMachine(card);
    work.opened(Cause.BY_HAND, who, at);
    return work;
  }

  /** The entry is about this machine. */
  public void isMachine(Machine card) {
    thing = Thing.MACHINE;
    machine = card.getCode();
    plate = plate == null ? card.getPlate() : plate;
    fuel = fuel == null ? card.getFuel() : fuel;
    stage = stage == null ? card.getStage() : stage;
  }

  private void opened(Cause why, String who, Instant at) {
    cause = why;
    openedBy = who;
    openedAt = at;
    state = State.OPEN;
  }

  /** Somebody has looked. */
  public void check(Finding found, String said, String picture, String who, Instant at) {
    finding = found;
    words = said;
    evidence = picture;
    checkedBy = who;
    checkedAt = at;
    state = State.CHECKED;
  }

  /** Another person agrees: this is the answer. */
  public void verify(String said, String who, Instant at) {
    verdict = said;
    verifiedBy = who;
    verifiedAt = at;
    state = State.ANSWERED;
  }

  /** It will not do: somebody has to look again. */
  public void giveBack(String why, String who, Instant at) {
    verdict = why;
    verifiedBy = who;
    verifiedAt = at;
    state = State.OPEN;
  }

  public void setAnswerSeq(long seq) {
    answerSeq = seq;
  }

  /** E.g. 云A12345（黄）, or a machine's code. */
  public String name() {
    return plate == null || thing == Thing.MACHINE
        ? machine
        : plate + (plateColor == null ? "" : "（" + plateColor.label() + "）");
  }

  public Long getId() {
    return id;
  }

  public Long getListingId() {
    return listingId;
  }

  public Thing getThing() {
    return thing;
  }

  public String getPlate() {
    return plate;
  }

  public PlateColor getPlateColor() {
    return plateColor;
  }

  public String getVin() {
    return vin;
  }

  /** A machine's registration code, null for a vehicle. */
  public String getMachine() {
    return machine;
  }

  public FuelType getFuel() {
    return fuel;
  }

  public EmissionStage getStage() {
    return stage;
  }

  public String getSource() {
    return source;
  }

  public String getPlatform() {
    return platform;
  }

  public String getReason() {
    return reason;
  }

  public LocalDate getIssued() {
    return issued;
  }

  public Cause getCause() {
    return cause;
  }

  public String getPassageSerial() {
    return passageSerial;
  }

  public Instant getOpenedAt() {
    return openedAt;
  }

  /** Null if the house opened it by itself. */
  public String getOpenedBy() {
    return openedBy;
  }

  public State getState() {
    return state;
  }

  public Finding getFinding() {
    return finding;
  }

  /** What the one who re-checked says. */
  public String getWords() {
    return words;
  }

  public String getEvidence() {
    return evidence;
  }

  public Instant getCheckedAt() {
    return checkedAt;
  }

  public String getCheckedBy() {
    return checkedBy;
  }

  /** What the one who verified it, or sent it back, says. */
  public String getVerdict() {
    return verdict;
  }

  public Instant getVerifiedAt() {
    return verifiedAt;
  }

  public String getVerifiedBy() {
    return verifiedBy;
  }

  /** Where the answer stands in the ledger, null until there is one. */
  public Long getAnswerSeq() {
    return answerSeq;
  }

  /** What it is about. */
  public enum Thing {
    VEHICLE("车辆"),
    MACHINE("机械");

    private final String label;

    Thing(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Why it was opened. */
  public enum Cause {
    MET("在门口遇到"),
    ON_FILE("本厂备案的车辆或机械被列入"),
    BY_HAND("人工提出");

    private final String label;

    Cause(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** How far it is. */
  public enum State {
    OPEN("待复核"),
    CHECKED("待审定"),
    ANSWERED("已答复");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
