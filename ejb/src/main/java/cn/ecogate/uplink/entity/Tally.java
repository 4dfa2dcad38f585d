package cn.ecogate.uplink.entity;

import java.time.LocalDate;
import java.util.Collection;

/**
 * How many records of one kind were made at one gate on one day for one platform, and what became
 * of them.
 *
 * @param gate empty for records that belong to no gate, and for sums
 * @param kind null for sums over kinds
 * @param judged records whose completeness is known; {@code complete} of them have every required
 *     item
 */
public record Tally(
    LocalDate day,
    String gate,
    RecordKind kind,
    long produced,
    long accepted,
    long blocked,
    long judged,
    long complete) {

  /** What HJ 1321-2023 asks of both rates. */
  public static final double REQUIRED = TransferRate.REQUIRED;

  /** The sum over gates and kinds. */
  public static Tally sum(LocalDate day, Collection<Tally> parts) {
    long produced = 0;
    long accepted = 0;
    long blocked = 0;
    long judged = 0;
    long complete = 0;
    for (Tally part : parts) {
      produced += part.produced();
      accepted += part.accepted();
      blocked += part.blocked();
      judged += part.judged();
      complete += part.complete();
    }
    return new Tally(day, "", null, produced, accepted, blocked, judged, complete);
  }

  /** Neither taken nor refused yet. */
  public long waiting() {
    return produced - accepted - blocked;
  }

  /** Not arrived, for whatever reason (漏传). */
  public long gap() {
    return produced - accepted;
  }

  public double transferRate() {
    return new TransferRate(produced, accepted).value();
  }

  /** Records with every required item / all that were judged, 0 to 1; 1 if there were none. */
  public double completeness() {
    return judged == 0 ? 1 : (double) complete / judged;
  }

  public boolean transferEnough() {
    return transferRate() >= REQUIRED;
  }

  public boolean completeEnough() {
    return completeness() >= REQUIRED;
  }
}
