package cn.ecogate.simulator;

import cn.ecogate.simulator.day.Kind;
import cn.ecogate.simulator.day.PlayedLane;
import cn.ecogate.simulator.day.Visitor;
import cn.ecogate.simulator.picture.PlateColor;
import cn.ecogate.simulator.picture.Subject;
import cn.ecogate.simulator.picture.Subject.Reading;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends the vehicles of a plan one after the other, each when its lane is free, and ends. */
final class OnePlan implements Runnable {

  private final Yard yard;
  private final List<Options.Once> plan;

  OnePlan(Yard yard, List<Options.Once> plan) {
    this.yard = yard;
    this.plan = plan;
  }

  /** The vehicle meant by a plate of the plan; ? was not read, - is missing. */
  static Visitor visitor(String plate, String color, String type) {
    Reading reading =
        plate.equals("?") ? Reading.UNREAD : plate.equals("-") ? Reading.NO_PLATE : Reading.READ;
    String characters =
        switch (reading) {
          case READ -> plate;
          case UNREAD -> "云A00000";
          case NO_PLATE -> "";
        };
    PlateColor painted = PlateColor.named(color);
    boolean electric = painted == PlateColor.GREEN || painted == PlateColor.YELLOW_GREEN;
    return new Visitor(
        new Subject(
            characters, painted, reading, type, electric, characters.hashCode() * 2654435761L),
        Kind.ORDERED);
  }

  @Override
  public void run() {
    for (Options.Once next : plan) {
      PlayedLane lane = yard.lanes().get(next.lane());
      Visitor visitor = visitor(next.plate(), next.color(), next.type());
      while (yard.devices().cameras().get(next.lane() + "-camera").listeners() == 0
          || !lane.enter(visitor, TimeUnit.NANOSECONDS.toMillis(System.nanoTime()))) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      while (lane.place() != PlayedLane.Place.EMPTY) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
    System.exit(0);
  }
}
