package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BadFrame;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.Diagnosis;
import cn.ecogate.adapter.wire.WireException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One device's health as its link sees it. Tells listeners of a new state or a new complaint, and
 * the log of a first failure and of the recovery.
 */
final class Gauge {

  private static final System.Logger LOG = System.getLogger(Gauge.class.getName());

  /** What goes wrong all the time is said in the log so often; the screen has all of it. */
  static final Duration SAID_AGAIN = Duration.ofMinutes(1);

  /** So many frames that were not understood are kept for a person to look at. */
  private static final int KEPT_FRAMES = 5;

  private final String deviceId;
  private final Clock clock;
  private final Consumer<DeviceHealth> listener;
  private State state = State.CONNECTING;
  private Instant since;
  private Instant lastFrame;
  private long frames;
  private long errors;
  private String complaint;
  private Instant saidAt = Instant.EPOCH;
  private boolean said;
  private Instant lastFaultAt;
  private String lastFault;

  /** The newest first. */
  private final Deque<BadFrame> badFrames = new ArrayDeque<>();

  Gauge(String deviceId, Clock clock, Consumer<DeviceHealth> listener) {
    this.deviceId = deviceId;
    this.clock = clock;
    this.listener = listener;
    this.since = clock.instant();
  }

  synchronized DeviceHealth health() {
    return new DeviceHealth(deviceId, state, since, lastFrame, frames, errors, complaint);
  }

  /** What went wrong so far, whether or not it is over. */
  synchronized Diagnosis diagnosis() {
    return new Diagnosis(deviceId, lastFaultAt, lastFault, List.copyOf(badFrames));
  }

  /** Tells the listener how it stands, for the first time. */
  void introduce() {
    listener.accept(health());
  }

  /** The device said something intelligible. */
  synchronized void heard() {
    frames++;
    lastFrame = clock.instant();
    up();
  }

  /** The line stands; for devices that speak only when spoken to. */
  synchronized void up() {
    if (state != State.UP) {
      if (complaint != null) {
        LOG.log(Level.INFO, "{0}：已恢复", deviceId);
      }
      complaint = null;
      enter(State.UP);
    }
  }

  /** The link is lost, or cannot be made. */
  synchronized void down(String why) {
    count(why);
    if (state != State.DOWN) {
      LOG.log(Level.WARNING, "{0}：{1}；将自动重连", deviceId, why);
    }
    boolean news = state != State.DOWN || !why.equals(complaint);
    complaint = why;
    if (state != State.DOWN) {
      enter(State.DOWN);
    } else if (news) {
      listener.accept(health());
    }
  }

  /** Still down for the same reason: told once, not at every look. */
  synchronized void fell(String why) {
    if (state != State.DOWN || !why.equals(complaint)) {
      down(why);
    }
  }

  /** One frame or call went wrong; the link is kept. */
  synchronized void misunderstood(WireException bad) {
    badFrames.addFirst(new BadFrame(clock.instant(), bad.getMessage(), bad.frame()));
    if (badFrames.size() > KEPT_FRAMES) {
      badFrames.removeLast();
    }
    LOG.log(Level.DEBUG, () -> deviceId + ": bad frame " + HexFormat.of().formatHex(bad.frame()));
    failed(bad.getMessage());
  }

  synchronized void failed(String why) {
    count(why);
    if (!Objects.equals(why, complaint)) {
      say(why);
      complaint = why;
      listener.accept(health());
    }
  }

  /** What was complained of is over: a heartbeat, or a command carried out. */
  synchronized void wellAgain() {
    if (state == State.UP && complaint != null) {
      complaint = null;
      LOG.log(said ? Level.INFO : Level.DEBUG, "{0}：已恢复正常", deviceId);
      said = false;
      listener.accept(health());
    }
  }

  /**
   * A device that talks nonsense has a new complaint with every frame: the log is not its diary.
   */
  private void say(String why) {
    Instant now = clock.instant();
    boolean again = !saidAt.plus(SAID_AGAIN).isAfter(now);
    LOG.log(again ? Level.WARNING : Level.DEBUG, "{0}：{1}", deviceId, why);
    if (again) {
      saidAt = now;
      said = true;
    }
  }

  private void count(String why) {
    errors++;
    lastFaultAt = clock.instant();
    lastFault = why;
  }

  private void enter(State entered) {
    state = entered;
    since = clock.instant();
    listener.accept(health());
  }
}
