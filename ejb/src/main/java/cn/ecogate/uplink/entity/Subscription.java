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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a platform is asked for, how far we are, and who is asking at the moment: a receipt works
 * once, however many nodes there are.
 */
@Entity
@Cacheable(false)
@Table(name = "subscription")
public class Subscription {

  private static final int LONGEST_COMPLAINT = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "platform_id")
  private String platformId;

  @Enumerated(EnumType.STRING)
  private ReceiptKind kind;

  private String mark;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "heard_at")
  private Instant heardAt;

  @Column(name = "whole_at")
  private Instant wholeAt;

  @Column(name = "next_ask_at")
  private Instant nextAskAt;

  private int failures;
  private String complaint;

  @Column(name = "claimed_by")
  private String claimedBy;

  @Column(name = "claimed_until")
  private Instant claimedUntil;

  /** Digest of what was odd last time, so that the same is told once. */
  private String oddities;

  /** Somebody is asking: nobody else does until he is done, or his lease is over. */
  public void claim(String node, Instant now, Instant until) {
    claimedBy = node;
    claimedUntil = until;
    askedAt = now;
  }

  public boolean isClaimed(Instant now) {
    return claimedBy != null && claimedUntil.isAfter(now);
  }

  public boolean isClaimedBy(String node, Instant now) {
    return node.equals(claimedBy) && claimedUntil.isAfter(now);
  }

  /** It was answered, and what it brought is in force. */
  public void heard(Instant now, boolean whole, Optional<String> upTo, Instant next) {
    claimedBy = null;
    claimedUntil = null;
    heardAt = now;
    wholeAt = whole ? now : wholeAt;
    mark = upTo.orElse(mark);
    nextAskAt = next;
    failures = 0;
    complaint = null;
  }

  /** Nothing came that could be used; what was received before goes on counting. */
  public void failed(String words, Instant next) {
    claimedBy = null;
    claimedUntil = null;
    nextAskAt = next;
    failures++;
    complaint = words.length() <= LONGEST_COMPLAINT ? words : words.substring(0, LONGEST_COMPLAINT);
  }

  /** A person does not want to wait, or the line is back. */
  public void askNow(Instant now) {
    nextAskAt = now;
  }

  /** The next answer must be everything, not what is new. */
  public void forgetMark() {
    mark = null;
    wholeAt = null;
  }

  /** True if these oddities were not the last ones. */
  public boolean isNewsOf(String digest) {
    boolean news = !digest.equals(oddities);
    oddities = digest;
    return news;
  }

  /** How long ago what we have was last confirmed by the platform. */
  public Duration age(Instant now) {
    return Duration.between(heardAt == null ? createdAt : heardAt, now);
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

  /** Up to where the platform's news are known; empty before the first answer. */
  public Optional<String> mark() {
    return Optional.ofNullable(mark);
  }

  public Optional<Instant> askedAt() {
    return Optional.ofNullable(askedAt);
  }

  /** When the platform answered last; empty before the first answer. */
  public Optional<Instant> heardAt() {
    return Optional.ofNullable(heardAt);
  }

  /** When everything was compared last. */
  public Optional<Instant> wholeAt() {
    return Optional.ofNullable(wholeAt);
  }

  public Instant getNextAskAt() {
    return nextAskAt;
  }

  public int getFailures() {
    return failures;
  }

  public Optional<String> complaint() {
    return Optional.ofNullable(complaint);
  }

  public Instant getCreatedAt() {
    return createdAt;
  }
}
