package cn.ecogate.uplink.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One record's way to one platform.
 *
 * @param key idempotency key, the same at every try
 * @param ledgerSeq the entry its content comes from
 * @param subject what people look for: a passage's serial number
 * @param missing required items it lacks; empty if it is complete
 * @param answer the platform's last words, or what went wrong
 */
public record Dispatch(
    long id,
    String platformId,
    String key,
    RecordKind kind,
    long ledgerSeq,
    String subject,
    String gate,
    List<String> missing,
    State state,
    int tries,
    Instant createdAt,
    Instant nextTryAt,
    Optional<Instant> settledAt,
    Optional<String> answer) {

  /** Where it is. */
  public enum State {
    WAITING("待传"),
    CLAIMED("传输中"),
    ACCEPTED("已传"),
    BLOCKED("被拒");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
