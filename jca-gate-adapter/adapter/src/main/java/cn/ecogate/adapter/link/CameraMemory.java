package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.wire.ListedPlate;
import cn.ecogate.adapter.wire.PlateList;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What of a camera has been heard, and since when something may be missing: by it a vehicle of the
 * camera's own list is known again that the stream told under another name.
 *
 * <p>Two tellings are the same vehicle if their picture names are the same, or one is the beginning
 * of the other; or if the plate is the same and the camera's times differ by a second at most. Both
 * times are the same clock's, so that it may be as wrong as it likes.
 */
final class CameraMemory {

  /** Some hours of a busy lane. What came before is known again by the application. */
  private static final int KEPT = 4096;

  private static final Duration SAME = Duration.ofSeconds(1);

  /** A name that is shorter than a moment to the millisecond says too little. */
  private static final int MOMENT = 17;

  private final ZoneId zone;
  private final Deque<Told> told = new ArrayDeque<>();
  private Told last;
  private Gap gap;
  private long lastLate = System.nanoTime();

  /** One vehicle as it was told. */
  private record Told(String name, String plate, Instant at, boolean listed) {

    boolean same(Told other) {
      boolean named = name.length() >= MOMENT && other.name.length() >= MOMENT;
      return named && (name.startsWith(other.name) || other.name.startsWith(name))
          || plate.equals(other.plate) && Duration.between(at, other.at).abs().compareTo(SAME) <= 0;
    }
  }

  /**
   * What may be missing.
   *
   * @param cursor from where to ask the camera's list
   * @param since the camera's time there; what its list tells of before is not missing
   */
  record Gap(String cursor, Instant since) {}

  CameraMemory(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Nothing heard yet, but something recorded before this program began.
   *
   * @param heardUntil the camera's time of it
   */
  synchronized void begin(Instant heardUntil) {
    if (last == null) {
      last = new Told("", "", heardUntil, false);
    }
  }

  /** The stream is there again: what came since the last vehicle heard may be missing. */
  synchronized void resumed() {
    if (gap == null && last != null) {
      gap = new Gap(cursor(last), last.at());
    }
    lastLate = System.nanoTime();
  }

  private String cursor(Told at) {
    // A moment is the beginning of a name; names have a digit more.
    return at.name().isEmpty()
        ? PlateList.cursor(at.at().minus(SAME), zone)
        : at.name().length() == MOMENT ? at.name() + "0" : at.name();
  }

  /**
   * The stream tells of a vehicle; false if the list has told of it already. A live one is never
   * held back: somebody waits at the barrier.
   */
  synchronized boolean hears(String pictureName, PlateSeen seen) {
    Told now = new Told(pictureName, seen.plate(), seen.deviceTime(), false);
    if (seen.late()) {
      lastLate = System.nanoTime();
      if (told.stream().anyMatch(t -> t.listed() && t.same(now))) {
        return false;
      }
    } else {
      last = now;
    }
    keep(now);
    return true;
  }

  /** The list tells of a vehicle; false if it is known or came before the gap. */
  synchronized boolean misses(ListedPlate plate, PlateSeen seen) {
    Told now = new Told(plate.pictureName(), seen.plate(), seen.deviceTime(), true);
    boolean before = gap != null && now.at().isBefore(gap.since().minus(SAME));
    if (before || told.stream().anyMatch(t -> t.same(now))) {
      return false;
    }
    keep(now);
    return true;
  }

  private void keep(Told now) {
    told.addLast(now);
    if (told.size() > KEPT) {
      told.removeFirst();
    }
  }

  synchronized Optional<Gap> gap() {
    return Optional.ofNullable(gap);
  }

  /** Filled up to that name of the list. */
  synchronized void filled(String cursor) {
    Gap was = gap;
    gap = null;
    if (was != null && last != null && last.at().equals(was.since())) {
      last = new Told(cursor, last.plate(), last.at(), true);
    }
  }

  /** How long the stream has told no history. */
  synchronized Duration quiet() {
    return Duration.ofNanos(System.nanoTime() - lastLate);
  }
}
