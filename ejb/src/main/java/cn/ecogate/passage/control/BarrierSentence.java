package cn.ecogate.passage.control;

import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.passage.entity.Opening;
import cn.ecogate.passage.entity.Passage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What happened at a barrier, in the words that alarm, ledger and screen share. */
public final class BarrierSentence {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private BarrierSentence() {}

  /** A rise that nobody here commanded, and the vehicle that was seen shortly before. */
  public static String lift(String laneId, Instant at, Optional<Passage> seen) {
    return laneId
        + " 道闸在 "
        + CLOCK.format(at)
        + " 无指令升起（手动起杆）"
        + seen.map(
                passage ->
                    "；此前 "
                        + Duration.between(passage.getSeenAt(), at).toSeconds()
                        + " 秒摄像机拍到"
                        + vehicle(passage)
                        + "（"
                        + passage.getOutcome().label()
                        + "）")
            .orElse("");
  }

  /** Found up by a program that has just begun to watch. */
  public static String foundUp(String laneId, Instant at) {
    return laneId + " 道闸在 " + CLOCK.format(at) + " 系统启动时已处于抬起状态，没有锁定，此前也没有抬杆指令（手动起杆，何时抬起不明）";
  }

  public static String notPassed(Opening opening) {
    return opening.laneId()
        + " 道闸在 "
        + CLOCK.format(opening.at())
        + " 为"
        + opening.vehicle()
        + "抬起后，"
        + opening.within().toSeconds()
        + " 秒内没有车辆经过地感";
  }

  /** The loop was out of sight for a while: the link was lost, or the program did not run. */
  public static String passingUnknown(Opening opening, Optional<Instant> seenAgain) {
    return opening.laneId()
        + " 道闸在 "
        + CLOCK.format(opening.at())
        + " 为"
        + opening.vehicle()
        + "抬起，其间道闸控制器失去联系或系统重新启动，"
        + seenAgain.map(at -> CLOCK.format(at) + " 才恢复，此后没有车辆经过地感；").orElse("至今未恢复；")
        + "此前是否有车通过不得而知";
  }

  public static String told(
      String laneId, BarrierRecord.Kind kind, Instant at, String who, String reason) {
    return laneId + " 道闸在 " + CLOCK.format(at) + " 由 " + who + " " + kind.label() + "：" + reason;
  }

  /** Why an admitted vehicle sees no boom rise. */
  public static String locked(BarrierLock lock) {
    return "未发抬杆指令：道闸自 "
        + CLOCK.format(lock.getSince())
        + " 起由 "
        + lock.getBy()
        + " "
        + lock.getMode().label()
        + "（"
        + lock.getReason()
        + "）";
  }

  /** How people call it. */
  public static String vehicle(Passage passage) {
    if (passage.getPlate() != null) {
      return " " + passage.getPlate() + " ";
    }
    return LaneMessage.who(passage);
  }
}
