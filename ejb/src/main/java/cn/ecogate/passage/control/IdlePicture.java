package cn.ecogate.passage.control;

import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.ClosedLane;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.AlertLevel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a lane's display shows while nobody is being dealt with: where one is, what is in force,
 * whether the lane is closed or the barrier locked, the time.
 *
 * @param calm nothing out of the ordinary is in force
 */
public record IdlePicture(List<String> lines, boolean calm) {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  public IdlePicture {
    lines = List.copyOf(lines);
  }

  /**
   * @param inForce the strictest first
   */
  public static IdlePicture of(
      Lane lane,
      List<ControlStrategy> inForce,
      Optional<BarrierLock> lock,
      Optional<ClosedLane> closed,
      Instant now) {
    Optional<ControlStrategy> alert =
        inForce.stream().findFirst().filter(first -> first.alert() != AlertLevel.NONE);
    List<String> lines = new ArrayList<>();
    lines.add(lane.name());
    lines.add(ControlState.words(inForce));
    lines.add(
        closed
            .map(each -> "通道关闭：" + each.getReason())
            .or(() -> lock.map(held -> "道闸" + held.getMode().label()))
            .or(() -> alert.map(ControlStrategy::measure))
            .orElse("请减速慢行"));
    lines.add(CLOCK.format(now));
    return new IdlePicture(lines, alert.isEmpty() && lock.isEmpty() && closed.isEmpty());
  }
}
