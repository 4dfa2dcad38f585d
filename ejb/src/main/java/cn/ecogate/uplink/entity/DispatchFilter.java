package cn.ecogate.uplink.entity;

import java.time.Instant;

/**
 * What to look for in the queue; null or blank means any.
 *
 * @param subject the record's number or its beginning
 * @param from made at or after; {@code to} before
 */
public record DispatchFilter(
    String platformId,
    Dispatch.State state,
    RecordKind kind,
    String gate,
    String subject,
    Instant from,
    Instant to,
    Only only) {

  public static DispatchFilter any() {
    return new DispatchFilter(null, null, null, null, null, null, null, null);
  }

  public static DispatchFilter of(String platformId, Dispatch.State state) {
    return new DispatchFilter(platformId, state, null, null, null, null, null, null);
  }

  /** The gaps of a span. */
  public static DispatchFilter of(String platformId, Instant from, Instant to, Only only) {
    return new DispatchFilter(platformId, null, null, null, null, from, to, only);
  }

  /** What people worry about. */
  public enum Only {
    /** Not taken by the platform yet. */
    GAP,
    /** Lacks a required item. */
    INCOMPLETE
  }
}
