package cn.ecogate.web.passage;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.device.entity.BarrierState;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.device.entity.ScaleState;
import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.ClosedLane;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.site.entity.Lane;
import java.util.List;
import java.util.Optional;

/**
 * A lane as the live screen shows it: its newest passage, its barrier and weighbridge, what is
 * broken on it.
 */
public record LaneView(
    Lane lane,
    Optional<PassageStory> story,
    BarrierState barrier,
    Optional<BarrierLock> locked,
    Optional<ClosedLane> closure,
    Optional<ScaleState> weighbridge,
    List<DeviceStatus> broken) {

  /** Null if nobody holds the barrier. */
  public BarrierLock lock() {
    return locked.orElse(null);
  }

  /** Null if the lane is open. */
  public ClosedLane closed() {
    return closure.orElse(null);
  }

  /** What the lane's weighbridge shows; null if it has none. */
  public ScaleState scale() {
    return weighbridge.orElse(null);
  }

  /** The newest passage, null if none was ever seen. */
  public Passage passage() {
    return story.map(PassageStory::passage).orElse(null);
  }

  /** What helps: {@code enter} the plate, {@code file} or {@code amend} the vehicle, or nothing. */
  public String help() {
    for (Reason reason : reasons()) {
      switch (reason.code()) {
        case PLATE_UNREAD, NO_PLATE -> {
          return "enter";
        }
        case VEHICLE_NOT_FILED -> {
          return "file";
        }
        case STAGE_UNKNOWN, FILING_EXPIRED, FILING_UNREVIEWED, OUT_OF_SERVICE -> {
          return "amend";
        }
        default -> {}
      }
    }
    return "";
  }

  public List<Reason> reasons() {
    return story.stream()
        .flatMap(s -> s.answers().stream())
        .map(RuleAnswer::reason)
        .flatMap(Optional::stream)
        .toList();
  }
}
