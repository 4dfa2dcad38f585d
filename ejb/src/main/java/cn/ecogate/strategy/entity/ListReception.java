package cn.ecogate.strategy.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A platform's list as it came once, and what it changed here. */
@Entity
@Table(name = "list_reception")
public class ListReception {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String platform;
  private String source;
  private boolean whole;
  private int added;
  private int amended;
  private int released;
  private int unchanged;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "last_at")
  private Instant lastAt;

  protected ListReception() {}

  public ListReception(
      String platform, String source, boolean whole, ListReceipt receipt, Instant at) {
    this.platform = platform;
    this.source = source;
    this.whole = whole;
    this.added = receipt.added();
    this.amended = receipt.amended();
    this.released = receipt.released();
    this.unchanged = receipt.unchanged();
    this.receivedAt = at;
    this.lastAt = at;
  }

  /** The same list came again and changed nothing. */
  public void again(Instant at) {
    lastAt = at;
  }

  public Long getId() {
    return id;
  }

  public String getPlatform() {
    return platform;
  }

  /** How the list is called before people. */
  public String getSource() {
    return source;
  }

  /** True for the whole list, false for what changed only. */
  public boolean isWhole() {
    return whole;
  }

  public int getAdded() {
    return added;
  }

  public int getAmended() {
    return amended;
  }

  public int getReleased() {
    return released;
  }

  public int getUnchanged() {
    return unchanged;
  }

  public Instant getReceivedAt() {
    return receivedAt;
  }

  /** When a list was last received that changed nothing more. */
  public Instant getLastAt() {
    return lastAt;
  }
}
