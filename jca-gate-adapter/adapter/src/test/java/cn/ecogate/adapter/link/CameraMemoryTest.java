package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.wire.ListedPlate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("同一辆车两路而来：流里按编号，清单里按图片名")
class CameraMemoryTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String NONE = "";

  private final CameraMemory memory = new CameraMemory(SHANGHAI);

  @Test
  @DisplayName("图片名相同，或一个是另一个的开头，就是同一辆")
  void namesTell() {
    memory.hears("20261121093000123", seen("", "09:30:00", false));
    memory.hears("202611210940001230", seen("", "09:40:00", false));

    assertThat(misses("202611210930001230", "苏A1", "09:30:09")).isFalse();
    assertThat(misses("202611210940001230", "苏A1", "09:40:09")).isFalse();
    assertThat(misses("202611210930004560", "苏A1", "09:30:09")).isTrue();
  }

  @Test
  @DisplayName("没有图片名：车牌相同且相差不到一秒")
  void plateAndSecondTell() {
    memory.hears(NONE, seen("苏A1", "09:30:00", false));

    assertThat(misses("1", "苏A1", "09:30:01")).isFalse();
    assertThat(misses("2", "苏A1", "09:30:02")).isTrue();
    assertThat(misses("3", "苏A2", "09:30:00")).isTrue();
  }

  @Test
  @DisplayName("清单补过的，流再作为历史说一次，就不再算")
  void historyAfterTheListIsKnown() {
    assertThat(misses("1", "苏A1", "09:30:00")).isTrue();

    assertThat(memory.hears(NONE, seen("苏A1", "09:30:00", true))).isFalse();
  }

  @Test
  @DisplayName("实时的车从不挡下，即使清单先说了它")
  void liveVehicleIsNeverHeldBack() {
    misses("1", "苏A1", "09:30:00");

    assertThat(memory.hears(NONE, seen("苏A1", "09:30:00", false))).isTrue();
  }

  @Test
  @DisplayName("断线以后从最后听到的地方问起；没听到过就没有缺口")
  void gapBeginsWhereTheLastLiveVehicleWas() {
    memory.resumed();
    assertThat(memory.gap()).isEmpty();

    memory.hears(NONE, seen("苏A1", "09:30:00", false));
    memory.hears(NONE, seen("苏A0", "08:00:00", true));
    memory.resumed();
    assertThat(memory.gap())
        .hasValueSatisfying(g -> assertThat(g.cursor()).isEqualTo("20261121T092959"));
  }

  @Test
  @DisplayName("图片名是最好的游标；只知时刻就补足一位")
  void nameIsTheBestCursor() {
    memory.hears("202611210930001230", seen("苏A1", "09:30:00", false));
    memory.resumed();
    assertThat(memory.gap().orElseThrow().cursor()).isEqualTo("202611210930001230");
    memory.filled("202611210931000000");

    memory.hears("20261121093200123", seen("苏A2", "09:32:00", false));
    memory.resumed();
    assertThat(memory.gap().orElseThrow().cursor()).isEqualTo("202611210932001230");
  }

  @Test
  @DisplayName("缺口没补完又断线：仍从原处问起；补完以后从补到的地方问起")
  void gapStaysUntilItIsFilled() {
    memory.hears(NONE, seen("苏A1", "09:30:00", false));
    memory.resumed();
    memory.hears(NONE, seen("苏A2", "09:40:00", false));
    memory.resumed();
    assertThat(memory.gap().orElseThrow().cursor()).isEqualTo("20261121T092959");

    memory.filled("202611210935000000");
    assertThat(memory.gap()).isEmpty();
    memory.resumed();
    assertThat(memory.gap().orElseThrow().cursor()).isEqualTo("20261121T093959");
  }

  @Test
  @DisplayName("程序重启：从上次记录的时刻问起，比它更早的不算缺")
  void restartAsksFromWhatWasRecordedLast() {
    CameraMemory restarted = new CameraMemory(SHANGHAI);
    restarted.begin(at("09:30:00"));
    restarted.resumed();

    assertThat(restarted.gap().orElseThrow().cursor()).isEqualTo("20261121T092959");
    assertThat(restarted.misses(listed("1", "苏A1", "09:29:00"), late("苏A1", "09:29:00"))).isFalse();
    assertThat(restarted.misses(listed("2", "苏A1", "09:31:00"), late("苏A1", "09:31:00"))).isTrue();
  }

  private boolean misses(String name, String plate, String time) {
    return memory.misses(listed(name, plate, time), late(plate, time));
  }

  private static ListedPlate listed(String name, String plate, String time) {
    return new ListedPlate(
        name,
        Optional.of(at(time)),
        PlateSeen.Reading.READ,
        plate,
        PlateSeen.Color.UNKNOWN,
        PlateSeen.Heading.UNKNOWN,
        "digest");
  }

  private static PlateSeen late(String plate, String time) {
    return seen(plate, time, true);
  }

  private static PlateSeen seen(String plate, String time, boolean late) {
    return new PlateSeen(
        "c",
        "event",
        at(time),
        at(time),
        late,
        PlateSeen.Reading.READ,
        plate,
        PlateSeen.Color.UNKNOWN,
        -1,
        PlateSeen.Heading.UNKNOWN,
        "",
        List.of(),
        "digest");
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse("2026-11-21T" + time + "+08:00").toInstant();
  }
}
