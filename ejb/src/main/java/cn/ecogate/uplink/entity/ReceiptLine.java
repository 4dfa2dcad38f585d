package cn.ecogate.uplink.entity;

import cn.ecogate.vocabulary.PlateColor;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One vehicle, strategy or violation that a receipt changed, or one thing that was odd in it. */
@Entity
@Cacheable(false)
@Table(name = "receipt_line")
public class ReceiptLine {

  private static final int LONGEST_WORDS = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "receipt_id")
  private long receiptId;

  @Column(name = "line_no")
  private int number;

  @Enumerated(EnumType.STRING)
  @Column(name = "what")
  private Change change;

  private String plate;

  @Enumerated(EnumType.STRING)
  @Column(name = "plate_color")
  private PlateColor plateColor;

  private String words;

  @Column(name = "strategy_id")
  private Long strategyId;

  @Column(name = "violation_id")
  private Long violationId;

  /** For the persistence provider. */
  protected ReceiptLine() {}

  private ReceiptLine(Change change, String words) {
    this.change = change;
    this.words = words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
  }

  public static ReceiptLine vehicle(Change change, String plate, PlateColor color, String words) {
    ReceiptLine line = new ReceiptLine(change, words);
    line.plate = plate;
    line.plateColor = color;
    return line;
  }

  public static ReceiptLine strategy(Change change, Long strategyId, String words) {
    ReceiptLine line = new ReceiptLine(change, words);
    line.strategyId = strategyId;
    return line;
  }

  public static ReceiptLine violation(Change change, Violation violation) {
    ReceiptLine line = new ReceiptLine(change, violation.getReason());
    line.plate = violation.getPlate();
    line.plateColor = violation.getPlateColor();
    line.violationId = violation.getId();
    return line;
  }

  public static ReceiptLine odd(Oddity oddity) {
    return new ReceiptLine(oddity.taken() ? Change.PARTLY : Change.NOT_TAKEN, oddity.sentence());
  }

  /** The receipt it belongs to, once that has its number, and its place there. */
  public ReceiptLine of(Receipt receipt, int place) {
    receiptId = receipt.getId();
    number = place;
    return this;
  }

  /** What it did. */
  public enum Change {
    ADDED("新增"),
    AMENDED("更新"),
    REMOVED("解除"),
    /** Something in the row was not understood; the rest counts. */
    PARTLY("部分采用"),
    /** The row does not count. */
    NOT_TAKEN("未采用");

    private final String label;

    Change(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public Change getChange() {
    return change;
  }

  /** Null unless it is about a vehicle. */
  public String getPlate() {
    return plate;
  }

  public PlateColor getPlateColor() {
    return plateColor;
  }

  public String getWords() {
    return words;
  }

  /** Null unless it is about a strategy that is kept here. */
  public Long getStrategyId() {
    return strategyId;
  }

  /** Null unless it is about a violation. */
  public Long getViolationId() {
    return violationId;
  }
}
