package cn.ecogate.passage.control;

import cn.ecogate.device.entity.Acknowledgement;
import java.time.Duration;
import java.time.Instant;

/** Whether a verdict may still move a barrier: the vehicle it is about must still be there. */
public final class Freshness {

  /**
   * A driver waits longer than this, but a vehicle turned away may have been followed by the next.
   */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  private Freshness() {}

  /** What is noted of an admitted vehicle for which nothing moved. */
  public static Acknowledgement stale(boolean late, Instant now) {
    return new Acknowledgement(
        Acknowledgement.Outcome.SKIPPED,
        late
            ? "未抬杆：这是摄像机补传的历史记录，车辆早已离开，无需处理"
            : "未抬杆：记录完成时距车辆到达已超过 " + LIMIT.toSeconds() + " 秒，车辆可能已离开，请值守人员处理",
        now,
        0);
  }

  /** What is noted of an admitted vehicle behind which another one has come. */
  public static Acknowledgement overtaken(Instant now) {
    return new Acknowledgement(
        Acknowledgement.Outcome.SKIPPED, "未抬杆：录入时车道又来了一辆车，抬杆会让后车进入，请值守人员到现场处理", now, 0);
  }

  public static boolean mayOpen(boolean late, Instant received, Instant now) {
    return !late && Duration.between(received, now).compareTo(LIMIT) <= 0;
  }
}
