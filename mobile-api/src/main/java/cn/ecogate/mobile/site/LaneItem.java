package cn.ecogate.mobile.site;

import cn.ecogate.device.entity.BarrierState;
import cn.ecogate.mobile.Word;
import cn.ecogate.mobile.passage.PassageItem;
import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.ClosedLane;
import cn.ecogate.site.entity.Lane;
import java.time.Instant;
import java.util.Optional;

/** A lane, what its barrier does now, and who was there last. */
public record LaneItem(
    String id,
    String gateNo,
    String gateName,
    String barrierNo,
    String name,
    Word direction,
    BarrierItem barrier,
    LockItem lock,
    ClosureItem closure,
    PassageItem newest) {

  /** Who holds the barrier up or down, since when and why. */
  public record LockItem(Word mode, Instant since, String by, String reason) {

    static LockItem of(BarrierLock lock) {
      return new LockItem(
          Word.of(lock.getMode(), lock.getMode().label()),
          lock.getSince(),
          lock.getBy(),
          lock.getReason());
    }
  }

  /** Who closed the lane, since when and why. */
  public record ClosureItem(Instant since, String by, String reason) {

    static ClosureItem of(ClosedLane lane) {
      return new ClosureItem(lane.getSince(), lane.getBy(), lane.getReason());
    }
  }

  /** Where the boom is and whether the loop is occupied. */
  public record BarrierItem(Word position, boolean occupied, Instant since) {

    static BarrierItem of(BarrierState state) {
      return new BarrierItem(
          Word.of(state.position(), label(state.position())), state.occupied(), state.since());
    }

    private static String label(BarrierState.Position position) {
      switch (position) {
        case DOWN:
          return "落下";
        case MOVING:
          return "运动中";
        case UP:
          return "抬起";
        case UNKNOWN:
        default:
          return "未知";
      }
    }
  }

  static LaneItem of(
      Lane lane,
      String gateName,
      BarrierState barrier,
      Optional<BarrierLock> lock,
      Optional<ClosedLane> closure,
      PassageItem newest) {
    return new LaneItem(
        lane.id(),
        lane.gateNo(),
        gateName,
        lane.barrierNo(),
        lane.name(),
        Word.of(lane.direction()),
        BarrierItem.of(barrier),
        lock.map(LockItem::of).orElse(null),
        closure.map(ClosureItem::of).orElse(null),
        newest);
  }
}
