package cn.ecogate.simulator.day;

import cn.ecogate.simulator.relay.Barrier;
import cn.ecogate.simulator.truth.TruthLog;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One lane with at most one vehicle in it: drives up, is seen, waits for the boom, passes or backs
 * out.
 */
public final class PlayedLane {

  private static final long DRIVE_UP_MILLIS = 1_200;
  private static final long BACK_OUT_MILLIS = 2_500;

  /** A lane whose barrier is not played here lets its vehicles go after a while. */
  private static final long WITHOUT_BARRIER_MILLIS = 6_000;

  /** Where the vehicle is. */
  public enum Place {
    EMPTY,
    DRIVING_UP,
    WAITING,
    STARTING,
    UNDER_BOOM,
    BACKING_OUT
  }

  /** How the camera of the lane is told to look. */
  public interface Eye {
    void see(Visitor visitor, int repeats);
  }

  /** Who else notices a vehicle in the lane: a scale, a scanner. */
  public interface Bystander {
    void stops(Visitor visitor, long now);

    void leaves(long now);
  }

  /** What becomes of a vehicle. */
  public interface Way {
    void passed(PlayedLane lane, Visitor visitor);

    void turnedBack(PlayedLane lane, Visitor visitor);
  }

  private final String id;
  private final boolean in;
  private final Eye eye;
  private final Optional<Barrier> barrier;
  private final List<Bystander> bystanders;
  private final TruthLog truth;
  private final Random random;
  private Place place = Place.EMPTY;
  private Visitor visitor;
  private long until;
  private boolean staysPut;

  public PlayedLane(
      String id,
      boolean in,
      Eye eye,
      Optional<Barrier> barrier,
      List<Bystander> bystanders,
      TruthLog truth,
      Random random) {
    this.id = id;
    this.in = in;
    this.eye = eye;
    this.barrier = barrier;
    this.bystanders = List.copyOf(bystanders);
    this.truth = truth;
    this.random = random;
  }

  public String id() {
    return id;
  }

  public boolean in() {
    return in;
  }

  public synchronized Place place() {
    return place;
  }

  public synchronized Optional<Visitor> visitor() {
    return Optional.ofNullable(visitor);
  }

  /** Takes the vehicle if the lane is empty. */
  public synchronized boolean enter(Visitor next, long now) {
    if (place != Place.EMPTY) {
      return false;
    }
    visitor = next;
    go(Place.DRIVING_UP, now + DRIVE_UP_MILLIS);
    return true;
  }

  /** The next driver for whom the boom rises backs out: his vehicle never reaches the loop. */
  public synchronized void nextStaysPut() {
    staysPut = true;
  }

  synchronized void advance(long now, Way way) {
    switch (place) {
      case DRIVING_UP -> {
        if (now >= until) {
          go(Place.WAITING, now + (barrier.isPresent() ? patience() : WITHOUT_BARRIER_MILLIS));
          bystanders.forEach(one -> one.stops(visitor, now));
          eye.see(visitor, 1 + random.nextInt(3));
        }
      }
      case WAITING -> await(now);
      case STARTING -> {
        if (now >= until) {
          setOff(now);
        }
      }
      case UNDER_BOOM -> {
        if (now >= until) {
          barrier.ifPresent(boom -> boom.occupy(false));
          bystanders.forEach(one -> one.leaves(now));
          leave("passed");
          Visitor gone = visitor;
          empty();
          way.passed(this, gone);
        }
      }
      case BACKING_OUT -> {
        if (now >= until) {
          bystanders.forEach(one -> one.leaves(now));
          leave("turned-back");
          Visitor gone = visitor;
          empty();
          way.turnedBack(this, gone);
        }
      }
      case EMPTY -> {
        // Nobody is here.
      }
    }
  }

  private void await(long now) {
    if (barrier.isPresent() && barrier.get().upLimit()) {
      if (staysPut) {
        staysPut = false;
        go(Place.BACKING_OUT, now + BACK_OUT_MILLIS);
        return;
      }
      go(Place.STARTING, now + 500 + random.nextInt(900));
    } else if (now >= until) {
      if (barrier.isPresent()) {
        go(Place.BACKING_OUT, now + BACK_OUT_MILLIS);
      } else {
        setOff(now);
      }
    }
  }

  private void setOff(long now) {
    if (barrier.isPresent() && !barrier.get().upLimit()) {
      // The boom came down again before the driver had started.
      go(Place.WAITING, now + patience());
      return;
    }
    barrier.ifPresent(boom -> boom.occupy(true));
    go(Place.UNDER_BOOM, now + 2_200 + random.nextInt(1_600));
  }

  private long patience() {
    return visitor.kind().patience().toMillis();
  }

  private void leave(String how) {
    truth.note(
        how,
        id,
        "plate",
        visitor.subject().plate(),
        "kind",
        visitor.kind().name(),
        "direction",
        in ? "in" : "out");
  }

  private void empty() {
    visitor = null;
    place = Place.EMPTY;
  }

  private void go(Place next, long end) {
    place = next;
    until = end;
  }
}
