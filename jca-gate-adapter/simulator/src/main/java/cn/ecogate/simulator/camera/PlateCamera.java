package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.line.Plug;
import cn.ecogate.simulator.picture.Studio;
import cn.ecogate.simulator.picture.Subject.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A camera that reads plates, whatever it speaks: sees vehicles, keeps as many as its card holds,
 * and says an active event again every second. How it tells them is each brand's own.
 */
public abstract class PlateCamera {

  /** As much as the card of such a camera holds. */
  private static final int MEMORY = 9_000;

  /** So long a vehicle that was seen is still before the camera. */
  private static final Duration STANDS = Duration.ofSeconds(10);

  private final Gear gear;
  private final Clock clock;
  private final Album album;
  private final Random random;
  private final Deque<Capture> memory = new ArrayDeque<>();
  private int serial;

  /**
   * @param firstSerial the number before its first event; brands that name events by it must not
   *     begin again after a restart
   */
  protected PlateCamera(Gear gear, int firstSerial) {
    this.gear = gear;
    this.clock = gear.mischief().clock(gear.clock());
    this.album = new Album(gear.studio());
    this.random = new Random(gear.seed());
    this.serial = firstSerial;
  }

  /** Where it is plugged in. */
  public abstract Plug plug();

  /** How many would hear it now. */
  public abstract int listeners();

  /** Says the event to whoever listens; as history if it is no news. */
  protected abstract void tell(Capture capture, boolean history);

  /** The name of the event on this camera's wire. */
  protected String eventId(Capture capture) {
    return capture.uuid();
  }

  /** Sees a vehicle now; returns the event's name on the wire. */
  public final String see(Order order) {
    return see(order, clock.instant());
  }

  /** Sees a vehicle at a time of the caller's choice. */
  public final String see(Order order, Instant at) {
    Capture capture = remember(order, at);
    gear.truth()
        .note(
            "plate-seen",
            order.device(),
            "event",
            eventId(capture),
            "picName",
            capture.picName(),
            "deviceTime",
            at.toString(),
            "plate",
            order.subject().plate(),
            "color",
            order.subject().color().name(),
            "reading",
            order.subject().reading().name(),
            "type",
            order.subject().type(),
            "kind",
            order.kind(),
            "repeats",
            order.history() ? 0 : order.repeats(),
            "history",
            order.history(),
            "listeners",
            listeners());
    tell(capture, order.history());
    for (int i = 1; i <= order.repeats() && !order.history(); i++) {
      gear.timers().schedule(() -> repeat(capture), i, TimeUnit.SECONDS);
    }
    return eventId(capture);
  }

  private Capture remember(Order order, Instant at) {
    synchronized (memory) {
      serial++;
      int confidence = order.subject().reading() == Reading.READ ? 88 + random.nextInt(12) : 0;
      String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
      Capture capture = new Capture(uuid, at, serial, order.device(), confidence, order.subject());
      if (order.history()) {
        capture.markHistory();
      }
      memory.addLast(capture);
      if (memory.size() > MEMORY) {
        memory.removeFirst();
      }
      return capture;
    }
  }

  /** Says the last event once more; false if there was none. */
  public final boolean repeatLast() {
    Capture last;
    synchronized (memory) {
      last = memory.peekLast();
    }
    if (last != null) {
      tell(last, last.history());
    }
    return last != null;
  }

  /** Says that event once more; false if it is remembered no longer. */
  public final boolean again(String event) {
    Capture found = null;
    synchronized (memory) {
      for (var newest = memory.descendingIterator(); found == null && newest.hasNext(); ) {
        Capture capture = newest.next();
        found = eventId(capture).equals(event) ? capture : null;
      }
    }
    if (found != null) {
      tell(found, found.history());
    }
    return found != null;
  }

  /** How many events wait for a listener that reads slowly. */
  public int waiting() {
    return 0;
  }

  private void repeat(Capture capture) {
    // What went out as history does not become news again.
    if (!capture.history()) {
      tell(capture, false);
    }
  }

  /** Whether it keeps what nobody heard and can be asked to send stored events. */
  public boolean keepsHistory() {
    return true;
  }

  /** What it remembers, the oldest first. */
  protected final List<Capture> remembered(Predicate<Capture> which) {
    synchronized (memory) {
      return memory.stream().filter(which).toList();
    }
  }

  protected final Gear gear() {
    return gear;
  }

  /** The camera's own clock, which may be wrong. */
  protected final Clock clock() {
    return clock;
  }

  protected final Studio.Shot shot(Capture capture, int place, String name) {
    return album.of(capture, place, name);
  }

  /**
   * What it sees at this moment: the vehicle it saw last if that was a moment ago, else the empty
   * lane.
   *
   * @param device which of its eyes; null for one that reads no plates
   */
  protected final byte[] stillOf(String device, int place, String name) {
    Instant now = clock.instant();
    List<Capture> before =
        remembered(
            capture -> capture.device().equals(device) && capture.at().plus(STANDS).isAfter(now));
    gear.truth().note("still", device == null ? name : device, "vehicles", before.size());
    Studio.Place here = new Studio.Place(place, name, now.atZone(Capture.CHINA));
    return gear.studio()
        .apply(before.isEmpty() ? null : before.get(before.size() - 1).subject(), here)
        .scene();
  }

  /** Notes that a stored event went out. */
  protected final void noteHistory(Capture capture) {
    gear.truth()
        .note(
            "history-sent",
            capture.device(),
            "event",
            eventId(capture),
            "plate",
            capture.subject().plate());
  }
}
