package cn.ecogate.device.boundary;

import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateConnection;
import cn.ecogate.adapter.api.GateConnectionFactory;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.Acknowledgement.Outcome;
import cn.ecogate.device.entity.LockMode;
import cn.ecogate.device.entity.Still;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The way out to barriers, displays, voices, notice boards and cameras. A device that fails never
 * throws here: it answers what happened.
 */
@ApplicationScoped
public class GateControl {

  /** How long a verdict stands on the display before the waiting picture returns. */
  static final int SHOWN_SECONDS = 20;

  private static final int UNTIL_REPLACED = 0;

  @Resource(lookup = DeviceRoster.CONNECTION_FACTORY)
  GateConnectionFactory devices;

  @Inject SiteBook siteBook;
  @Inject Clock clock;

  private final Map<String, Object> turns = new ConcurrentHashMap<>();
  private final Map<String, Instant> lastShown = new ConcurrentHashMap<>();

  /** Raises the lane's barrier; returns when the device confirmed or gave up. */
  public Acknowledgement open(String laneId) {
    return tell(
        laneId, lane -> Optional.of(lane.barrier()), new GateCommand.OpenBarrier(), "道闸控制器已确认抬杆命令");
  }

  /** Lowers the lane's barrier if its loop is clear. */
  public Acknowledgement close(String laneId) {
    return tell(
        laneId, lane -> Optional.of(lane.barrier()), new GateCommand.CloseBarrier(), "道闸已确认落杆");
  }

  /** Holds the lane's barrier up or down; told again, it holds on. */
  public Acknowledgement lock(String laneId, LockMode mode) {
    GateCommand command =
        mode == LockMode.OPEN ? new GateCommand.LockOpen() : new GateCommand.LockClosed();
    return tell(laneId, lane -> Optional.of(lane.barrier()), command, "道闸已" + mode.label());
  }

  /** Ends a lock; the boom stays where it is. */
  public Acknowledgement unlock(String laneId) {
    return tell(laneId, lane -> Optional.of(lane.barrier()), new GateCommand.Unlock(), "道闸已解除锁定");
  }

  /** Shows lines on the lane's display; a lane without one answers SKIPPED. */
  public Acknowledgement show(String laneId, List<String> lines, Tone tone) {
    synchronized (turnOf(laneId)) {
      lastShown.put(laneId, clock.instant());
      return lines(laneId, lines, tone, SHOWN_SECONDS);
    }
  }

  /** Shows the lane's waiting picture, unless what was shown last still has its time: SKIPPED. */
  public Acknowledgement showIdle(String laneId, List<String> lines, Tone tone) {
    synchronized (turnOf(laneId)) {
      Instant now = clock.instant();
      boolean busy =
          lastShown(laneId).filter(at -> at.plusSeconds(SHOWN_SECONDS).isAfter(now)).isPresent();
      return busy
          ? answer(Outcome.SKIPPED, "显示屏上的提示还没有到时间", now)
          : lines(laneId, lines, tone, UNTIL_REPLACED);
    }
  }

  /** When something other than the waiting picture was last shown there. */
  public Optional<Instant> lastShown(String laneId) {
    return Optional.ofNullable(lastShown.get(laneId));
  }

  private Acknowledgement lines(String laneId, List<String> lines, Tone tone, int seconds) {
    GateCommand show =
        new GateCommand.ShowLines(lines, GateCommand.Tone.valueOf(tone.name()), seconds);
    return tell(laneId, Lane::display, show, "显示屏已显示：" + String.join(" / ", lines));
  }

  /** Puts a text on the lane's notice board, where it stands until the next. */
  public Acknowledgement post(String laneId, List<String> lines, Tone tone) {
    GateCommand show =
        new GateCommand.ShowLines(lines, GateCommand.Tone.valueOf(tone.name()), UNTIL_REPLACED);
    return tell(laneId, Lane::noticeBoard, show, "公示牌已更新：" + String.join(" / ", lines));
  }

  /** A waiting picture must not come between a verdict and its driver. */
  private Object turnOf(String laneId) {
    return turns.computeIfAbsent(laneId, id -> new Object());
  }

  /** Speaks through the lane's display board; a lane without one answers SKIPPED. */
  public Acknowledgement say(String laneId, String sentence) {
    return tell(laneId, Lane::display, new GateCommand.Say(sentence), "已播报：" + sentence);
  }

  /** The lane's camera decides by its own list while nobody answers it, and we keep that list. */
  public boolean decidesAlone(Lane lane) {
    return "keep".equals(lane.camera().settings().get("white-list"));
  }

  /** Tells the lane's camera which plates, and no others, it may let through alone, until then. */
  public Acknowledgement admitAlone(String laneId, Set<String> plates, Instant until) {
    return tell(
        laneId,
        lane -> Optional.of(lane.camera()),
        new GateCommand.AdmitAlone(plates, until),
        "摄像机白名单已交付：" + plates.size() + " 个号牌");
  }

  /**
   * What the lane's camera sees now. A camera that cannot be asked may carry the lane's barrier on
   * its own terminals: then it is asked by that way.
   */
  public Still photograph(String laneId) {
    Still first = still(laneId, lane -> Optional.of(lane.camera()));
    if (first.picture().isPresent()) {
      return first;
    }
    Still second = still(laneId, lane -> Optional.of(lane.barrier()));
    return second.picture().isPresent() ? second : first;
  }

  private Still still(String laneId, Function<Lane, Optional<Device>> which) {
    Instant begun = clock.instant();
    Optional<Device> device = siteBook.site().lane(laneId).flatMap(which);
    if (device.isEmpty()) {
      return new Still(answer(Outcome.SKIPPED, "本车道没有安装该设备", begun), Optional.empty());
    }
    try (GateConnection connection = devices.connect(device.get().id())) {
      byte[] picture = connection.snapshot();
      return new Still(
          answer(Outcome.DONE, "摄像机已拍照（" + device.get().id() + "）", begun), Optional.of(picture));
    } catch (GateException failed) {
      return new Still(answer(Outcome.FAILED, failed.getMessage(), begun), Optional.empty());
    }
  }

  private Acknowledgement tell(
      String laneId, Function<Lane, Optional<Device>> which, GateCommand command, String done) {
    Instant begun = clock.instant();
    Optional<Device> device = siteBook.site().lane(laneId).flatMap(which);
    if (device.isEmpty()) {
      return answer(Outcome.SKIPPED, "本车道没有安装该设备", begun);
    }
    try (GateConnection connection = devices.connect(device.get().id())) {
      connection.send(command);
      return answer(Outcome.DONE, done, begun);
    } catch (GateException failed) {
      return answer(Outcome.FAILED, failed.getMessage(), begun);
    }
  }

  private Acknowledgement answer(Outcome outcome, String words, Instant begun) {
    Instant now = clock.instant();
    return new Acknowledgement(outcome, words, now, Duration.between(begun, now).toMillis());
  }

  /** How a text should look. */
  public enum Tone {
    ADMIT,
    REFUSE,
    ATTENTION
  }
}
