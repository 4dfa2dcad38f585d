package cn.ecogate.device.boundary;

import cn.ecogate.adapter.api.BadFrame;
import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.GateConnectionFactory;
import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.device.control.FrameDump;
import cn.ecogate.device.entity.BarrierState;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.device.entity.Findings;
import cn.ecogate.device.entity.ScaleState;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Amendment;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the site's devices are, always current. Fires {@link DevicesChanged} (asynchronous CDI event)
 * at every change.
 */
@ApplicationScoped
public class DeviceWatch {

  @Resource(lookup = DeviceRoster.CONNECTION_FACTORY)
  GateConnectionFactory devices;

  @Inject SiteBook siteBook;
  @Inject Clock clock;
  @Inject Event<DevicesChanged> changed;
  @Inject Event<BarrierMoved> moved;

  /** Since when a device counts as down that was never linked. */
  private Instant opened;

  @PostConstruct
  void open() {
    opened = clock.instant();
  }

  /** Every device of the site, by lane then kind. */
  public List<DeviceStatus> devices() {
    Map<String, DeviceHealth> health =
        devices.health().stream()
            .collect(Collectors.toMap(DeviceHealth::deviceId, Function.identity()));
    return siteBook.site().lanes().stream()
        .flatMap(
            lane ->
                lane.devices().stream()
                    .map(device -> status(lane, device, health.get(device.id()))))
        .toList();
  }

  /** That device; empty if the site has none of that id. */
  public Optional<DeviceStatus> device(String deviceId) {
    return devices().stream().filter(one -> one.device().id().equals(deviceId)).findFirst();
  }

  /** What went wrong with it since it was linked; nothing if it is not. */
  public Findings findings(String deviceId) {
    return devices
        .diagnosis(deviceId)
        .map(
            diagnosis ->
                new Findings(
                    diagnosis.lastFaultAt(),
                    diagnosis.lastFault(),
                    diagnosis.badFrames().stream().map(DeviceWatch::frame).toList()))
        .orElseGet(() -> new Findings(null, null, List.of()));
  }

  private static Findings.Frame frame(BadFrame bad) {
    return new Findings.Frame(
        bad.at(),
        bad.sentence(),
        bad.bytes().length,
        FrameDump.hex(bad.bytes()),
        FrameDump.text(bad.bytes()).orElse(""));
  }

  /** What the lane's barrier does now; UNKNOWN while its board has not answered. */
  public BarrierState barrier(String laneId) {
    Optional<String> barrierId = siteBook.site().lane(laneId).map(lane -> lane.barrier().id());
    return devices.barriers().stream()
        .filter(report -> barrierId.filter(report.deviceId()::equals).isPresent())
        .findFirst()
        .map(report -> state(laneId, report))
        .orElseGet(
            () -> new BarrierState(laneId, BarrierState.Position.UNKNOWN, false, clock.instant()));
  }

  /** What the lane's weighbridge shows now; empty if the lane has none. */
  public Optional<ScaleState> scale(String laneId) {
    Optional<String> scaleId =
        siteBook.site().lane(laneId).flatMap(Lane::weighbridge).map(Device::id);
    return scaleId.map(
        id ->
            devices.weights().stream()
                .filter(report -> report.deviceId().equals(id))
                .findFirst()
                .map(report -> state(laneId, report))
                .orElseGet(
                    () ->
                        new ScaleState(
                            laneId, ScaleState.State.SILENT, null, false, clock.instant())));
  }

  public void noteHealth(DeviceHealth health) {
    tellLane(health.deviceId());
  }

  /** Tells screens, then those who keep records; what they cannot keep is a fault of this call. */
  public void noteBarrier(BarrierReport report) {
    tellLane(report.deviceId());
    siteBook.site().lanes().stream()
        .filter(lane -> lane.barrier().id().equals(report.deviceId()))
        .forEach(
            lane ->
                moved.fire(
                    new BarrierMoved(
                        lane.id(),
                        BarrierState.Position.valueOf(report.position().name()),
                        report.occupied(),
                        report.unexplainedLift(),
                        report.at())));
  }

  public void noteScale(WeightReport report) {
    tellLane(report.deviceId());
  }

  private void tellLane(String deviceId) {
    siteBook.site().lanes().stream()
        .filter(lane -> lane.devices().stream().anyMatch(device -> device.id().equals(deviceId)))
        .forEach(lane -> changed.fireAsync(new DevicesChanged(lane.id())));
  }

  private static ScaleState state(String laneId, WeightReport report) {
    return new ScaleState(
        laneId,
        ScaleState.State.valueOf(report.state().name()),
        report.kilograms(),
        report.net(),
        report.at());
  }

  private static BarrierState state(String laneId, BarrierReport report) {
    return new BarrierState(
        laneId,
        BarrierState.Position.valueOf(report.position().name()),
        report.occupied(),
        report.at());
  }

  /** A device that the adapter does not hold (its spec was refused) counts as down. */
  private DeviceStatus status(Lane lane, Device device, DeviceHealth health) {
    if (health == null) {
      return new DeviceStatus(
          device,
          lane,
          DeviceStatus.Link.DOWN,
          opened,
          Optional.empty(),
          0,
          0,
          siteBook
              .amendment(device.id())
              .flatMap(Amendment::whyNotLinked)
              .or(() -> Optional.of("设备未接入：请检查站点文件或设备页中的驱动和地址，原因见日志")));
    }
    return new DeviceStatus(
        device,
        lane,
        DeviceStatus.Link.valueOf(health.state().name()),
        health.since(),
        health.heard(),
        health.frames(),
        health.errors(),
        health.complaint());
  }
}
