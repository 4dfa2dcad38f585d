package cn.ecogate.simulator.day;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.relay.Barrier;
import cn.ecogate.simulator.site.SitePlan.Expectation;
import cn.ecogate.simulator.site.SitePlan.VehiclePlan;
import cn.ecogate.simulator.truth.TruthLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A factory day is plausible")
class FactoryDayTest {

  private static final Predicate<Visitor> GOOD_AND_LEAVING =
      visitor -> visitor.kind() == Kind.GOOD || visitor.kind() == Kind.LEAVING;

  @TempDir private Path folder;
  private TruthLog truth;
  private final List<Visitor> seen = new ArrayList<>();
  private final List<Barrier> barriers = new ArrayList<>();
  private Predicate<Visitor> open = GOOD_AND_LEAVING;
  private long now;

  @BeforeEach
  void begin() throws IOException {
    truth = new TruthLog(folder, Clock.systemUTC());
  }

  @AfterEach
  void end() throws IOException {
    truth.close();
  }

  @Test
  @DisplayName("within a minute somebody good and somebody too old has come")
  void showsBothVerdictsEarly() {
    run(day(7, 1), 60);
    assertThat(seen)
        .extracting(Visitor::kind)
        .contains(Kind.GOOD, Kind.STAGE_TOO_LOW)
        .hasSizeBetween(5, 10);
  }

  @Test
  @DisplayName("in half an hour every kind has come and good ones have left again")
  void showsEveryKind() {
    run(day(11, 1), 1_800);
    assertThat(seen)
        .extracting(Visitor::kind)
        .contains(
            Kind.GOOD,
            Kind.STAGE_TOO_LOW,
            Kind.LISTED,
            Kind.NOT_FILED,
            Kind.UNREAD,
            Kind.NO_PLATE,
            Kind.LEAVING);
  }

  @Test
  @DisplayName("only whom the boom let in passes; the others back out")
  void nobodyDrivesThroughABoom() throws IOException {
    run(day(3, 1), 600);
    List<String> lines = Files.readAllLines(truth.file());
    assertThat(lines)
        .filteredOn(line -> line.contains("\"passed\""))
        .isNotEmpty()
        .allMatch(line -> line.contains("GOOD") || line.contains("LEAVING"));
    assertThat(lines)
        .filteredOn(line -> line.contains("\"turned-back\""))
        .isNotEmpty()
        .noneMatch(line -> line.contains("\"LEAVING\""));
  }

  @Test
  @DisplayName("who finds the exit closed stays inside and tries again")
  void exitsAreTriedAgain() {
    open = visitor -> visitor.kind() == Kind.GOOD;
    FactoryDay day = day(5, 1);
    run(day, 1_200);
    assertThat(day.inside()).isPositive();
    assertThat(seen.stream().filter(visitor -> visitor.kind() == Kind.LEAVING).count())
        .isGreaterThan(2);
  }

  @Test
  @DisplayName("no plate is at the site twice at the same time")
  void nobodyIsTwice() {
    FactoryDay day = day(9, 3);
    List<String> entered = new ArrayList<>();
    run(day, 900);
    for (Visitor visitor : seen) {
      String plate = visitor.subject().plate();
      if (visitor.kind() == Kind.LEAVING) {
        assertThat(entered).contains(plate);
        entered.remove(plate);
      } else if (visitor.kind() == Kind.GOOD) {
        assertThat(entered).doesNotContain(plate);
        entered.add(plate);
      }
    }
  }

  @Test
  @DisplayName("the same seed is the same day, another one is not")
  void isRepeatable() {
    List<String> first = plates(21);
    assertThat(plates(21)).isEqualTo(first);
    assertThat(plates(22)).isNotEqualTo(first);
  }

  @Test
  @DisplayName("a pace of nothing, or a pause, brings nobody")
  void canRest() {
    run(day(1, 0), 120);
    assertThat(seen).isEmpty();
    FactoryDay paused = day(1, 1);
    paused.pause(true);
    run(paused, 120);
    assertThat(seen).isEmpty();
    paused.pause(false);
    run(paused, 20);
    assertThat(seen).isNotEmpty();
  }

  private List<String> plates(long seed) {
    seen.clear();
    now = 0;
    run(day(seed, 1), 300);
    return seen.stream().map(visitor -> visitor.subject().plate()).toList();
  }

  private FactoryDay day(long seed, double pace) {
    barriers.clear();
    Random random = new Random(seed);
    return new FactoryDay(
        List.of(lane("A-01", true, random), lane("A-02", false, random)), vehicles(), pace, random);
  }

  private PlayedLane lane(String id, boolean in, Random random) {
    Barrier barrier = new Barrier((motion, cause) -> truth.note("barrier", id));
    barriers.add(barrier);
    return new PlayedLane(
        id,
        in,
        (visitor, repeats) -> {
          seen.add(visitor);
          if (open.test(visitor)) {
            barrier.raise("let in");
          }
        },
        Optional.of(barrier),
        List.of(),
        truth,
        new Random(random.nextLong()));
  }

  private static List<VehiclePlan> vehicles() {
    List<VehiclePlan> vehicles = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      vehicles.add(new VehiclePlan("云A1000" + i, "YELLOW", "Q11", false, "", Expectation.GOOD));
    }
    for (int i = 0; i < 8; i++) {
      vehicles.add(
          new VehiclePlan("云A2000" + i, "YELLOW", "H17", false, "", Expectation.STAGE_TOO_LOW));
      vehicles.add(new VehiclePlan("云A3000" + i, "YELLOW", "H11", false, "", Expectation.LISTED));
    }
    return vehicles;
  }

  private void run(FactoryDay day, int seconds) {
    for (long end = now + seconds * 1_000L; now < end; now += 20) {
      barriers.forEach(barrier -> barrier.advance(now));
      day.advance(now);
    }
  }
}
