package cn.ecogate.release.control;

import cn.ecogate.passage.entity.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the vehicle of a recorded passage is the one that stands at the barrier now: else a
 * release would let the next one in.
 */
public final class StillThere {

  /** No vehicle waits longer at a closed barrier; the same limit as for a guard's entry. */
  public static final Duration WAITS_AT_MOST = Duration.ofMinutes(15);

  /** So late a vehicle ahead may still roll off the loop when the next one is seen. */
  static final Duration TAIL = Duration.ofSeconds(5);

  private StillThere() {}

  /**
   * Why it is not there, a Chinese sentence with what to do; empty if it is.
   *
   * @param newest the lane's newest passage
   * @param onLoop when a vehicle was last on the loop under the boom; empty if nobody can tell
   */
  public static Optional<String> whyNot(
      Passage passage, Optional<Passage> newest, Optional<Instant> onLoop, Instant now) {
    if (passage.isLate()) {
      return Optional.of("这是补传或补录的历史记录，车辆早已离开，不能放行。");
    }
    if (newest.filter(last -> !last.getId().equals(passage.getId())).isPresent()) {
      return Optional.of("该车之后车道又来了" + who(newest.get()) + "，放行会让后车进入；请在该车道最新的通行上操作，车辆仍在的请重新录入车牌。");
    }
    if (Duration.between(passage.getReceivedAt(), now).compareTo(WAITS_AT_MOST) > 0) {
      return Optional.of("该车到达已超过 " + WAITS_AT_MOST.toMinutes() + " 分钟，可能已离开；车辆仍在道闸前的，请重新录入车牌再放行。");
    }
    if (onLoop.filter(at -> at.isAfter(passage.getReceivedAt().plus(TAIL))).isPresent()) {
      return Optional.of("该车之后有车辆压过地感，可能已离开；车辆仍在道闸前的，请重新录入车牌再放行。");
    }
    return Optional.empty();
  }

  private static String who(Passage passage) {
    return passage.getPlate() == null ? "一辆车" : " " + passage.getPlate() + " ";
  }
}
