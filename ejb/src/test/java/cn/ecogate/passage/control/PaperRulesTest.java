package cn.ecogate.passage.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.ecogate.passage.Sites;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.PaperOutcome.CellFault;
import cn.ecogate.passage.entity.PaperSheet;
import cn.ecogate.vocabulary.PlateColor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A paper sheet is read whole: every fault at its cell, not only the first. */
class PaperRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

  @Test
  @DisplayName("填得对的一行：补录的到达，时间是纸上的，永不抬杆")
  void aGoodLineIsALateArrival() {
    PaperSheet sheet = sheet("A-1", "李明", line(3, NOW.minusSeconds(3_600), "云A12345", "30.5"));
    assertThat(faults(sheet)).isEmpty();
    Arrival arrival =
        PaperRules.arrival(sheet, sheet.lines().get(0), Sites.oneGate(), "guard", NOW);
    assertThat(arrival.late()).isTrue();
    assertThat(arrival.seenAt()).isEqualTo(NOW.minusSeconds(3_600));
    assertThat(arrival.eventKey()).isEqualTo("paper:A-1/3");
    assertThat(arrival.enteredBy()).contains("guard");
    assertThat(PaperRules.tonnes(sheet.lines().get(0))).isEqualByComparingTo("30.5");
  }

  @Test
  @DisplayName("每个错处都指到那一行那一格，一次说完")
  void everyFaultAtItsCell() {
    PaperSheet sheet =
        sheet(
            "",
            " ",
            line(1, null, "云A1", null),
            line(2, NOW.plusSeconds(1), "云A12345", "30.1234"),
            line(2, NOW.minus(Duration.ofDays(31)), "", "900"));
    assertThat(faults(sheet))
        .extracting(CellFault::line, CellFault::field, CellFault::code)
        .containsExactly(
            tuple(0, "number", "sheet-missing"),
            tuple(0, "writer", "writer-missing"),
            tuple(1, "seenAt", "time-missing"),
            tuple(1, "plate", "plate-shape"),
            tuple(2, "seenAt", "time-ahead"),
            tuple(2, "tonnes", "tonnes-shape"),
            tuple(2, "line", "line-number"),
            tuple(2, "seenAt", "time-old"),
            tuple(2, "tonnes", "tonnes-range"));
  }

  @Test
  @DisplayName("没有一行、行数太多、没有这条车道、号牌没有颜色：说清怎么改")
  void whatElseCannotBe() {
    assertThat(faults(sheet("A-1", "李明")))
        .extracting(CellFault::code)
        .containsExactly("sheet-empty");
    PaperSheet.Line[] many = new PaperSheet.Line[PaperSheet.MOST_LINES + 1];
    for (int i = 0; i < many.length; i++) {
      many[i] = line(i + 1, NOW, "", null);
    }
    assertThat(faults(sheet("A-1", "李明", many)))
        .extracting(CellFault::code)
        .containsExactly("sheet-long");
    PaperSheet.Line odd =
        new PaperSheet.Line(1, NOW, "Z-9", "云A12345", null, null, null, true, null, false);
    assertThat(faults(sheet("A-1", "李明", odd)))
        .extracting(CellFault::code)
        .containsExactly("lane-unknown", "color-missing");
  }

  private static List<CellFault> faults(PaperSheet sheet) {
    return PaperRules.faults(sheet, Sites.oneGate(), NOW);
  }

  private static PaperSheet sheet(String number, String writer, PaperSheet.Line... lines) {
    return new PaperSheet(number, writer, null, List.of(lines));
  }

  private static PaperSheet.Line line(int line, Instant at, String plate, String tonnes) {
    return new PaperSheet.Line(
        line,
        at,
        "A-01",
        plate,
        PlateColor.YELLOW,
        null,
        tonnes == null ? null : new BigDecimal(tonnes),
        true,
        null,
        false);
  }
}
