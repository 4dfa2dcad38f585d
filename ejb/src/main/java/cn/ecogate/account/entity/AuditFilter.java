package cn.ecogate.account.entity;

import java.time.Instant;

/**
 * What to look for among the acts of people; null or blank means any.
 *
 * @param subject the whole key of the thing, or its beginning, e.g. {@code vehicle:}
 * @param from inclusive
 * @param to exclusive
 */
public record AuditFilter(String who, String act, String subject, Instant from, Instant to) {

  public AuditFilter {
    who = who == null ? "" : who.strip();
    act = act == null ? "" : act.strip();
    subject = subject == null ? "" : subject.strip();
  }
}
