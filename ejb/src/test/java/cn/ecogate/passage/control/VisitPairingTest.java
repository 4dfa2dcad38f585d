package cn.ecogate.passage.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.passage.control.VisitPairing.Pair;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.passage.entity.VisitClosing;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.PlateColor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Entrances and exits become visits, whatever was missed and in whatever order it was told. */
class VisitPairingTest {

  private static final Instant MORNING = Instant.parse("2026-11-21T00:00:00Z");

  private long next = 1;

  @Test
  @DisplayName("一进一出是一次进出；还没有出厂的在厂")
  void entranceAndExitAreOneVisit() {
    assertThat(told(in("云A11111", 0), out("云A11111", 60), in("云A11111", 120)))
        .containsExactly("1-2 LEFT", "3-? INSIDE");
  }

  @Test
  @DisplayName("没有出厂又来一次：前一次缺出厂记录，不会永远在厂")
  void secondEntranceEndsTheFirst() {
    List<Visit> visits = visits(in("云A11111", 0), in("云A11111", 600), out("云A11111", 660));
    assertThat(visits)
        .extracting(VisitPairingTest::line)
        .containsExactly("1-? EXIT_MISSED", "2-3 LEFT");
    assertThat(visits.get(0).getEndedAt()).isEqualTo(at(600));
    assertThat(visits.get(0).isOpenQuestion()).isTrue();
  }

  @Test
  @DisplayName("没有进厂就出厂：缺进厂记录")
  void exitWithoutEntrance() {
    assertThat(told(out("云A11111", 0), in("云A11111", 60)))
        .containsExactly("?-1 ENTRANCE_MISSED", "2-? INSIDE");
  }

  @Test
  @DisplayName("被拒的、抬杆后没有通过的不算进厂")
  void whoDidNotPassIsNotInside() {
    assertThat(told(stopped("云A11111", 0), in("云A22222", 60))).containsExactly("2-? INSIDE");
  }

  @Test
  @DisplayName("在同一处停着被看见两次，只算一次")
  void oneStopIsOneMovement() {
    assertThat(told(in("云A11111", 0), in("云A11111", 2), out("云A11111", 60), out("云A11111", 61)))
        .containsExactly("1-3 LEFT");
  }

  @Test
  @DisplayName("换了号牌的同一辆车按车辆识别代号配对；号牌相同颜色不同是两辆车")
  void vinIsIdentity() {
    assertThat(
            told(
                known("云A11111", "LFWSRXSJ0N1E08214", Direction.IN, 0),
                known("云AD12345", "LFWSRXSJ0N1E08214", Direction.OUT, 60)))
        .containsExactly("1-2 LEFT");
    Movement blue =
        new Movement(
            9, "云A11111", PlateColor.BLUE, null, Direction.OUT, at(60), "A-02", null, null, true);
    assertThat(told(in("云A11111", 0), blue)).containsExactly("3-? INSIDE", "?-9 ENTRANCE_MISSED");
  }

  @Test
  @DisplayName("进厂后才备案的车：出厂时有了识别代号，仍是同一次进出")
  void filedMeanwhile() {
    List<Visit> visits =
        visits(in("云A11111", 0), known("云A11111", "LFWSRXSJ0N1E08214", Direction.OUT, 60));
    assertThat(visits).extracting(VisitPairingTest::line).containsExactly("1-2 LEFT");
    assertThat(visits.get(0).getVin()).isEqualTo("LFWSRXSJ0N1E08214");
  }

  @Test
  @DisplayName("号牌转给另一辆车：识别代号不同，不会配成一次")
  void plateOfAnotherVehicle() {
    assertThat(
            told(
                known("云A11111", "LFWSRXSJ0N1E08214", Direction.IN, 0),
                known("云A11111", "LGAG4DY36P2013372", Direction.OUT, 60)))
        .containsExactly("1-? INSIDE", "?-2 ENTRANCE_MISSED");
  }

  @Test
  @DisplayName("人说明的出厂结束在厂；后来补到真实的出厂记录，以记录为准")
  void camerasCountBeforePeople() {
    Movement in = in("云A11111", 0);
    VisitClosing word = new VisitClosing(77, 1, at(30), "夜班忘记抬杆登记", "officer", at(90));
    Visit closed = draft(VisitPairing.of(List.of(in)).get(0), word);
    assertThat(closed.getState()).isEqualTo(Visit.State.EXIT_MISSED);
    assertThat(closed.getEndedAt()).isEqualTo(at(30));
    assertThat(closed.isOpenQuestion()).isFalse();

    Visit whole = draft(VisitPairing.of(List.of(in, out("云A11111", 45))).get(0), word);
    assertThat(whole.getState()).isEqualTo(Visit.State.LEFT);
    assertThat(whole.getEndedAt()).isEqualTo(at(45));
    assertThat(whole.getClosing()).isNull();
  }

  @Test
  @DisplayName("先到后到结果相同：任意顺序送来的同一批通行配成同样的进出")
  void orderOfArrivalDoesNotMatter() {
    Random dice = new Random(20261128);
    for (int round = 0; round < 200; round++) {
      List<Movement> day = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String plate = "云A1111" + dice.nextInt(4);
        Direction way = dice.nextBoolean() ? Direction.IN : Direction.OUT;
        day.add(movement(plate, null, way, dice.nextInt(1_000), dice.nextInt(10) > 0));
      }
      List<String> inOrder = lines(day);
      Collections.shuffle(day, dice);
      assertThat(lines(day)).isEqualTo(inOrder);
      assertThat(inOrder.stream().filter(line -> line.endsWith("INSIDE")).count())
          .as("nobody is inside twice")
          .isLessThanOrEqualTo(4);
    }
  }

  private static Visit draft(Pair pair, VisitClosing word) {
    return VisitDraft.of(pair, Optional.of(word));
  }

  private List<String> told(Movement... movements) {
    return lines(List.of(movements));
  }

  private static List<String> lines(List<Movement> movements) {
    return VisitPairing.of(movements).stream()
        .map(pair -> VisitDraft.of(pair, Optional.empty()))
        .map(VisitPairingTest::line)
        .toList();
  }

  private static List<Visit> visits(Movement... movements) {
    return VisitPairing.of(List.of(movements)).stream()
        .map(pair -> VisitDraft.of(pair, Optional.empty()))
        .toList();
  }

  private static String line(Visit visit) {
    return (visit.getInPassage() == null ? "?" : visit.getInPassage())
        + "-"
        + (visit.getOutPassage() == null ? "?" : visit.getOutPassage())
        + " "
        + visit.getState();
  }

  private Movement in(String plate, int minute) {
    return movement(plate, null, Direction.IN, minute, true);
  }

  private Movement out(String plate, int minute) {
    return movement(plate, null, Direction.OUT, minute, true);
  }

  private Movement stopped(String plate, int minute) {
    return movement(plate, null, Direction.IN, minute, false);
  }

  private Movement known(String plate, String vin, Direction way, int minute) {
    return movement(plate, vin, way, minute, true);
  }

  private Movement movement(String plate, String vin, Direction way, int minute, boolean passed) {
    return new Movement(
        next++, plate, PlateColor.YELLOW, vin, way, at(minute), "A-01", null, null, passed);
  }

  private static Instant at(int minute) {
    return MORNING.plusSeconds(60L * minute);
  }
}
