package cn.ecogate.simulator.day;

import cn.ecogate.simulator.site.SitePlan.VehiclePlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The traffic of a plausible day: who arrives when at which lane, stays inside for a while, and
 * leaves. Time is handed in, as milliseconds of any steady clock.
 */
public final class FactoryDay implements PlayedLane.Way {

  private static final long SHORTEST_GAP_MILLIS = 6_000;
  private static final int GAP_SPREAD_MILLIS = 4_000;
  private static final long FIRST_ARRIVAL_MILLIS = 1_500;
  private static final long SHORTEST_STAY_MILLIS = 25_000;
  private static final int STAY_SPREAD_MILLIS = 95_000;

  /** More than this inside, and somebody leaves before somebody comes. */
  private static final int CROWDED = 8;

  private record Inside(Visitor visitor, long leavesAt) {}

  private final List<PlayedLane> lanes;
  private final Fleet fleet;
  private final Random random;
  private final double pace;
  private final List<Inside> inside = new ArrayList<>();
  private final Deque<String> recent = new ArrayDeque<>();
  private long nextArrival = -1;
  private boolean paused;

  /**
   * @param pace how many times faster than a truck every eight seconds; 0 = nobody comes unasked
   */
  public FactoryDay(
      List<PlayedLane> lanes, List<VehiclePlan> vehicles, double pace, Random random) {
    this.lanes = List.copyOf(lanes);
    this.fleet = new Fleet(vehicles, random);
    this.pace = pace;
    this.random = random;
  }

  public synchronized void pause(boolean stop) {
    paused = stop;
  }

  public synchronized boolean paused() {
    return paused || pace <= 0;
  }

  public synchronized int inside() {
    return inside.size();
  }

  public synchronized void advance(long now) {
    lanes.forEach(lane -> lane.advance(now, this));
    inside.replaceAll(one -> one.leavesAt() < 0 ? new Inside(one.visitor(), now + stay()) : one);
    if (paused()) {
      nextArrival = -1;
      return;
    }
    if (nextArrival < 0) {
      nextArrival = now + FIRST_ARRIVAL_MILLIS;
    }
    if (now >= nextArrival) {
      nextArrival = now + (long) ((SHORTEST_GAP_MILLIS + random.nextInt(GAP_SPREAD_MILLIS)) / pace);
      if (!leave(now)) {
        arrive(now);
      }
    }
  }

  private long stay() {
    return (long) ((SHORTEST_STAY_MILLIS + random.nextInt(STAY_SPREAD_MILLIS)) / pace);
  }

  private boolean leave(long now) {
    List<PlayedLane> free = free(false);
    if (free.isEmpty()) {
      return false;
    }
    for (Inside one : inside) {
      if (one.leavesAt() >= 0 && (one.leavesAt() <= now || inside.size() > CROWDED)) {
        PlayedLane lane = free.get(random.nextInt(free.size()));
        if (lane.enter(new Visitor(one.visitor().subject(), Kind.LEAVING), now)) {
          inside.remove(one);
          return true;
        }
      }
    }
    return false;
  }

  private void arrive(long now) {
    List<PlayedLane> free = free(true);
    if (!free.isEmpty()) {
      PlayedLane lane = free.get(random.nextInt(free.size()));
      lane.enter(fleet.next(present()), now);
    }
  }

  private List<PlayedLane> free(boolean in) {
    return lanes.stream()
        .filter(lane -> lane.in() == in && lane.place() == PlayedLane.Place.EMPTY)
        .toList();
  }

  private Set<String> present() {
    Set<String> plates = new HashSet<>(recent);
    inside.forEach(one -> plates.add(one.visitor().subject().plate()));
    lanes.forEach(
        lane -> lane.visitor().ifPresent(visitor -> plates.add(visitor.subject().plate())));
    return plates;
  }

  @Override
  public synchronized void passed(PlayedLane lane, Visitor visitor) {
    if (lane.in()) {
      inside.add(new Inside(visitor, -1));
    } else {
      remember(visitor);
    }
  }

  @Override
  public synchronized void turnedBack(PlayedLane lane, Visitor visitor) {
    if (lane.in()) {
      remember(visitor);
    } else {
      // Nobody let it out: it tries again later.
      inside.add(new Inside(visitor, -1));
    }
  }

  /** Who has just been here does not come back at once. */
  private void remember(Visitor visitor) {
    recent.addLast(visitor.subject().plate());
    if (recent.size() > 6) {
      recent.removeFirst();
    }
  }
}
