package cn.ecogate.web.passage;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.device.entity.BarrierState;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.site.entity.Lane;
import java.util.List;
import java.util.Optional;

/** A lane as the live screen shows it: its newest passage, its barrier, what is broken on it. */
public record LaneView(
    Lane lane, Optional<PassageStory> story, BarrierState barrier, List<DeviceStatus> broken) {

  /** The newest passage, null if none was ever seen. */
  public Passage passage() {
    return story.map(PassageStory::passage).orElse(null);
  }

  /** True if all it lacks is a filing. */
  public boolean unfiled() {
    return reasons().stream().anyMatch(r -> r.code() == Reason.Code.VEHICLE_NOT_FILED);
  }

  public List<Reason> reasons() {
    return story.stream()
        .flatMap(s -> s.answers().stream())
        .map(RuleAnswer::reason)
        .flatMap(Optional::stream)
        .toList();
  }
}
