package cn.ecogate.mobile.site;

import cn.ecogate.device.entity.BarrierState;
import cn.ecogate.mobile.Word;
import cn.ecogate.mobile.passage.PassageItem;
import cn.ecogate.site.entity.Lane;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A lane, what its barrier does now, and who was there last. */
@Schema(description = "车道")
public record LaneItem(
    @Schema(example = "A-01") String id,
    @Schema(example = "A") String gateNo,
    @Schema(example = "东门（物流）") String gateName,
    @Schema(example = "01") String barrierNo,
    @Schema(example = "东门 1 号进厂道") String name,
    Word direction,
    BarrierItem barrier,
    @Schema(description = "最近一次通行，没有则省略") PassageItem newest) {

  /** Where the boom is and whether the loop is occupied. */
  @Schema(description = "道闸状态")
  public record BarrierItem(
      Word position, @Schema(description = "地感上有车") boolean occupied, Instant since) {

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

  static LaneItem of(Lane lane, String gateName, BarrierState barrier, PassageItem newest) {
    return new LaneItem(
        lane.id(),
        lane.gateNo(),
        gateName,
        lane.barrierNo(),
        lane.name(),
        Word.of(lane.direction()),
        BarrierItem.of(barrier),
        newest);
  }
}
