package cn.ecogate.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.PlateSeen;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("海康车牌清单：每种写法一个样例文件")
class PlateListTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  static Stream<String> cases() {
    return Frames.of("plate-list", ".xml");
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("样例与期望一致")
  void listSaysWhatIsExpected(String name) throws WireException {
    byte[] document = Frames.bytes("plate-list", name + ".xml");
    String expected = Frames.text("plate-list", name + ".expected");

    if (expected.startsWith("error=")) {
      assertThatThrownBy(() -> PlateList.read(document, SHANGHAI))
          .isInstanceOf(WireException.class)
          .hasMessageContaining(Frames.line(expected, "error="));
    } else {
      assertThat(
              PlateList.read(document, SHANGHAI).stream()
                  .map(PlateListTest::told)
                  .collect(Collectors.joining()))
          .isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("清单里的一律是迟到，没有图片，编号就是图片名")
  void everythingListedIsHistory() throws WireException {
    byte[] document = Frames.bytes("plate-list", "millis-and-offset.xml");
    PlateSeen seen = PlateList.read(document, SHANGHAI).get(0).seenBy("c", Instant.EPOCH);

    assertThat(seen.late()).isTrue();
    assertThat(seen.pictures()).isEmpty();
    assertThat(seen.eventId()).isEqualTo("202611210930001230");
    assertThat(seen.rawDigest()).isEqualTo(RawDigest.of(document));
  }

  @Test
  @DisplayName("时间作游标：按摄像机的时区写")
  void timeIsACursorInTheCamerasZone() {
    assertThat(
            PlateList.question(PlateList.cursor(Instant.parse("2026-11-21T01:30:05Z"), SHANGHAI)))
        .isEqualTo("<AfterTime><picTime>20261121T093005</picTime></AfterTime>");
  }

  private static String told(ListedPlate plate) {
    return String.join(
            " ",
            plate.pictureName(),
            plate.at().map(Instant::toString).orElse("-"),
            plate.reading().toString(),
            plate.plate(),
            plate.color().toString(),
            plate.heading().toString())
        + "\n";
  }
}
