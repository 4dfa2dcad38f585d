package cn.ecogate.simulator.vzenith;

import cn.ecogate.simulator.camera.Capture;
import cn.ecogate.simulator.camera.Gear;
import cn.ecogate.simulator.camera.PlateCamera;
import cn.ecogate.simulator.line.FrameTalk;
import cn.ecogate.simulator.line.Line;
import cn.ecogate.simulator.line.Plug;
import cn.ecogate.simulator.line.TcpPlug;
import cn.ecogate.simulator.picture.Studio;
import cn.ecogate.simulator.relay.Barrier;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A Vzenith camera as a TCP server: pushes results to who asked for them, keeps records to be
 * fetched, moves its outputs, passes bytes to a display on its serial port, and decides by its own
 * white list when its host is silent.
 */
public final class VzenithCamera extends PlateCamera implements Plug.Talk {

  private static final long HEARTBEAT_MILLIS = 5_000;

  /** What hangs on the camera. */
  public record Attached(Optional<Gate> gate, Optional<FrameTalk.Board> display, int baudPace) {}

  /**
   * The barrier on its outputs and inputs.
   *
   * @param contacts by output, what it does: {@code open} or {@code close}
   * @param inputs by input, what hangs there: {@code loop}, {@code up} or {@code down}
   */
  public record Gate(
      String device, Barrier barrier, Map<Integer, String> contacts, Map<Integer, String> inputs) {}

  private final String device;
  private final String place;
  private final int number;
  private final TcpPlug plug;
  private final Attached attached;
  private final WhiteList whiteList = new WhiteList();
  private final List<VzenithSession> sessions = new CopyOnWriteArrayList<>();
  private final Set<Integer> openedAlone = ConcurrentHashMap.newKeySet();
  private volatile long lastHeard = System.nanoTime();
  private volatile int offlineSeconds;

  public VzenithCamera(
      Gear gear, String device, String place, int number, int port, Attached attached) {
    super(gear, (int) (gear.clock().instant().getEpochSecond() % 100_000_000));
    this.device = device;
    this.place = place;
    this.number = number;
    this.attached = attached;
    this.plug = new TcpPlug(device, port, this);
  }

  @Override
  public Plug plug() {
    return plug;
  }

  public int port() {
    return plug.port();
  }

  @Override
  public int listeners() {
    return (int) sessions.stream().filter(VzenithSession::subscribed).count();
  }

  /** How many plates its own white list has. */
  public int listed() {
    return whiteList.size();
  }

  @Override
  protected String eventId(Capture capture) {
    return String.valueOf(capture.serial());
  }

  @Override
  protected void tell(Capture capture, boolean history) {
    if (history) {
      // A stored result is no news: it lies there to be fetched.
      return;
    }
    long told = System.nanoTime();
    sessions.forEach(session -> session.offer(capture));
    if (offlineSeconds > 0) {
      gear().timers().schedule(() -> decideAlone(capture, told), offlineSeconds, TimeUnit.SECONDS);
    }
  }

  private void decideAlone(Capture capture, long told) {
    String plate = VzenithWords.plate(capture.subject());
    if (lastHeard - told < 0
        && offlineSeconds > 0
        && whiteList.admits(plate, clock().instant().atZone(Capture.CHINA).toLocalDateTime())
        && openedAlone.add(capture.serial())) {
      gear().truth().note("opened-alone", device, "event", eventId(capture), "plate", plate);
      attached.gate().ifPresent(gate -> gate.barrier().raise("the camera's own white list"));
    }
  }

  @Override
  public void hold(Line line) throws IOException {
    VzenithSession session = new VzenithSession(this, line, HEARTBEAT_MILLIS);
    sessions.add(session);
    gear().truth().note("host-connected", device);
    try {
      session.run();
    } catch (VzFrames.Broken noise) {
      gear().truth().note("noise", device, "what", noise.getMessage());
    } finally {
      sessions.remove(session);
      gear().truth().note("host-gone", device);
    }
  }

  void heardHost() {
    lastHeard = System.nanoTime();
  }

  void checkOffline(int seconds) {
    offlineSeconds = seconds;
    gear().truth().note("offline-check", device, "seconds", seconds);
  }

  /** Whether the host has been silent for longer than it promised. */
  boolean offline() {
    return offlineSeconds > 0
        && System.nanoTime() - lastHeard > TimeUnit.SECONDS.toNanos(offlineSeconds);
  }

  WhiteList whiteList() {
    return whiteList;
  }

  Attached attached() {
    return attached;
  }

  Gear tools() {
    return gear();
  }

  String device() {
    return device;
  }

  String serialNo() {
    return VzenithWords.serialNo(number);
  }

  long timestamp() {
    return clock().instant().getEpochSecond();
  }

  int opened(Capture capture) {
    return openedAlone.contains(capture.serial()) ? 2 : 0;
  }

  Studio.Shot photos(Capture capture) {
    return shot(capture, number * 16 + 1, place);
  }

  byte[] still() {
    return stillOf(device, number * 16 + 1, place);
  }

  /** The newest of its records; 0 if there is none. */
  int newestRecord() {
    return remembered(each -> true).stream().mapToInt(Capture::serial).max().orElse(0);
  }

  Optional<Capture> record(int id) {
    return remembered(each -> each.serial() == id).stream().findFirst();
  }
}
