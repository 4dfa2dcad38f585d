package cn.ecogate.uplink.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One answer of a platform that changed something here, or had something odd in it. */
@Entity
@Cacheable(false)
@Table(name = "receipt")
public class Receipt {

  private static final int LONGEST_SENTENCE = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "platform_id")
  private String platformId;

  @Enumerated(EnumType.STRING)
  private ReceiptKind kind;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "whole")
  private boolean whole;

  private int added;
  private int amended;
  private int removed;
  private int unchanged;
  private int odd;
  private String sentence;

  /** For the persistence provider. */
  protected Receipt() {}

  /**
   * @param whole it was everything the platform has, not only what is new
   */
  public Receipt(
      String platformId, ReceiptKind kind, Instant at, boolean whole, Counts counts, String said) {
    this.platformId = platformId;
    this.kind = kind;
    this.receivedAt = at;
    this.whole = whole;
    this.added = counts.added();
    this.amended = counts.amended();
    this.removed = counts.removed();
    this.unchanged = counts.unchanged();
    this.odd = counts.odd();
    this.sentence =
        said.length() <= LONGEST_SENTENCE ? said : said.substring(0, LONGEST_SENTENCE - 1) + "…";
  }

  /** What an answer did, in numbers. */
  public record Counts(int added, int amended, int removed, int unchanged, int odd) {

    public boolean changed() {
      return added + amended + removed > 0;
    }
  }

  public Long getId() {
    return id;
  }

  public String getPlatformId() {
    return platformId;
  }

  public ReceiptKind getKind() {
    return kind;
  }

  public Instant getReceivedAt() {
    return receivedAt;
  }

  public boolean isWhole() {
    return whole;
  }

  public int getAdded() {
    return added;
  }

  public int getAmended() {
    return amended;
  }

  /** Released or withdrawn. */
  public int getRemoved() {
    return removed;
  }

  public int getUnchanged() {
    return unchanged;
  }

  /** Rows, or parts of them, that could not be understood. */
  public int getOdd() {
    return odd;
  }

  /** What it did, for people. */
  public String getSentence() {
    return sentence;
  }
}
