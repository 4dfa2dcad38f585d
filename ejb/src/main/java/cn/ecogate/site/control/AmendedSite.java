package cn.ecogate.site.control;

import cn.ecogate.site.entity.Amendment;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.Site;
import java.util.Map;
import java.util.Optional;

/** The site of the file with the devices of the back office. */
public final class AmendedSite {

  private AmendedSite() {}

  /** What is said about a lane that the file no longer has is left out. */
  public static Site of(Site file, Map<String, Amendment> amendments) {
    return file.with(file.gates().stream().map(gate -> gate(gate, amendments)).toList());
  }

  private static Gate gate(Gate gate, Map<String, Amendment> amendments) {
    return new Gate(
        gate.no(),
        gate.name(),
        gate.address(),
        gate.lanes().stream().map(lane -> lane(lane, amendments)).toList(),
        gate.capacity());
  }

  private static Lane lane(Lane lane, Map<String, Amendment> amendments) {
    return new Lane(
        lane.gateNo(),
        lane.barrierNo(),
        lane.name(),
        lane.direction(),
        // A lane is never without these two.
        device(lane, Device.Kind.CAMERA, amendments).orElse(lane.camera()),
        device(lane, Device.Kind.BARRIER, amendments).orElse(lane.barrier()),
        device(lane, Device.Kind.DISPLAY, amendments),
        device(lane, Device.Kind.WEIGHBRIDGE, amendments),
        device(lane, Device.Kind.SCANNER, amendments),
        device(lane, Device.Kind.NOTICE_BOARD, amendments));
  }

  private static Optional<Device> device(
      Lane lane, Device.Kind kind, Map<String, Amendment> amendments) {
    Amendment amendment = amendments.get(kind.deviceId(lane.id()));
    return amendment == null || amendment.state() == Amendment.State.FILE
        ? lane.device(kind)
        : amendment.device();
  }
}
