package cn.ecogate.passage.control;

import cn.ecogate.device.entity.LockMode;
import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.vocabulary.Rejected;
import java.util.Optional;

/** What a person may tell a barrier, given what it is locked to. */
public final class BarrierRules {

  private static final int LONGEST_REASON = 500;

  private BarrierRules() {}

  /** Throws {@link Rejected} if the act contradicts the lock in force. */
  public static void check(BarrierRecord.Kind act, Optional<BarrierLock> lock) {
    if (!act.byPerson()) {
      throw new Rejected("act-unknown", "act", act.name() + " 不是可以下达的指令。");
    }
    if (act == BarrierRecord.Kind.UNLOCK) {
      if (lock.isEmpty()) {
        throw new Rejected("not-locked", "act", "道闸没有锁定，不用解除。");
      }
      return;
    }
    boolean contradicts =
        lock.filter(
                held ->
                    !(act == BarrierRecord.Kind.OPEN && held.getMode() == LockMode.OPEN)
                        && !(act == BarrierRecord.Kind.CLOSE && held.getMode() == LockMode.CLOSED))
            .isPresent();
    if (contradicts) {
      throw new Rejected(
          "barrier-locked",
          "act",
          "道闸已由 "
              + lock.get().getBy()
              + " "
              + lock.get().getMode().label()
              + "（"
              + lock.get().getReason()
              + "），请先解除锁定。");
    }
  }

  /** A reason as it may be kept; {@link Rejected} if there is none or it is too long. */
  public static String reason(String typed) {
    if (typed == null || typed.isBlank()) {
      throw new Rejected("reason-missing", "reason", "请写明原因：它将记入台账。");
    }
    String reason = typed.strip();
    if (reason.length() > LONGEST_REASON) {
      throw new Rejected(
          "reason-long", "reason", "原因最多 " + LONGEST_REASON + " 个字，现为 " + reason.length() + " 个。");
    }
    return reason;
  }

  /** What a lock act holds the barrier to, empty for the others. */
  public static Optional<LockMode> mode(BarrierRecord.Kind act) {
    return switch (act) {
      case LOCK_OPEN -> Optional.of(LockMode.OPEN);
      case LOCK_CLOSED -> Optional.of(LockMode.CLOSED);
      default -> Optional.empty();
    };
  }
}
