package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateSeen;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text parts of Dahua's two streams: one golden file each. */
@DisplayName("大华事件：两种流、两种编码、两种时钟，读出同一辆车")
class DahuaTextTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-11-20T01:30:06Z");

  static Stream<String> cases() {
    return Frames.of("dahua", ".part");
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("录得的每一段都读出预期的内容")
  void partSaysWhatIsExpected(String name) throws WireException {
    byte[] part = Frames.bytes("dahua", name + ".part");
    String expected = Frames.text("dahua", name + ".expected");
    DahuaEvent.Clock clock = DahuaEvent.Clock.valueOf(Frames.line(expected, "clock="));

    if (expected.contains("\nerror=")) {
      assertThatThrownBy(() -> DahuaText.read(part, clock, SHANGHAI, -1))
          .isInstanceOf(WireException.class)
          .hasMessageContaining(Frames.line(expected, "error="));
    } else {
      assertThat(told(clock, DahuaText.read(part, clock, SHANGHAI, -1))).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("同一组的第二张抓拍是同一事件")
  void snapshotsOfOneGroupAreOneEvent() throws WireException {
    String first = Frames.text("dahua", "snap-truck.part");
    String second = first.replace("IndexInGroup=1", "IndexInGroup=2");

    assertThat(read(second).eventId()).isEqualTo(read(first).eventId());
  }

  @Test
  @DisplayName("同一组的抓拍连着来，合成一辆车的几张图片")
  void snapshotsOfOneGroupBecomeThePicturesOfOneVehicle() throws WireException {
    EventAssembler assembler =
        new EventAssembler(d -> DahuaText.read(d, DahuaEvent.Clock.UTC, SHANGHAI, -1));
    String first = Frames.text("dahua", "snap-truck.part");
    Part scene = new Part(Map.of("content-type", "image/jpeg"), new byte[500]);
    Part plate = new Part(Map.of("content-type", "image/jpeg"), new byte[50]);

    assembler.take(new Part(Map.of(), first.getBytes(UTF_8)));
    assembler.take(scene);
    String second = first.replace("IndexInGroup=1", "IndexInGroup=2");
    assertThat(assembler.take(new Part(Map.of(), second.getBytes(UTF_8)))).isEmpty();
    assembler.take(plate);

    assertThat(assembler.flush())
        .hasValueSatisfying(s -> assertThat(s.seenBy("c", NOW).pictures()).hasSize(2));
  }

  @Test
  @DisplayName("没有名字的图片：最大的是全景，其余是车牌")
  void largestOfTheNamelessPicturesIsTheScene() throws WireException {
    PlateSeen seen =
        read(Frames.text("dahua", "snap-truck.part"))
            .seenBy("A-01-camera", NOW, List.of(jpeg(10), jpeg(500), jpeg(20)), "digest");

    assertThat(seen.pictures())
        .extracting(Picture::kind)
        .containsExactly(Picture.Kind.PLATE, Picture.Kind.SCENE, Picture.Kind.PLATE);
    assertThat(seen.late()).isFalse();
    assertThat(seen.receivedAt()).isEqualTo(NOW);
  }

  @Test
  @DisplayName("没有长度的事件，括号闭合之后才算完整")
  void eventWithoutALengthIsCompleteWithItsLastBracketAndNotBefore() {
    byte[] event = Frames.bytes("dahua", "event-in-gbk.part");
    int end = event.length;
    while (event[end - 1] != '}') {
      end--;
    }
    for (int cut = 1; cut < end; cut++) {
      assertThat(DahuaText.looksClosed(event, 0, cut)).as("cut at %d", cut).isFalse();
    }
    assertThat(DahuaText.looksClosed(event, 0, end)).isTrue();
    byte[] heartbeat = "Heartbeat".getBytes(UTF_8);
    assertThat(DahuaText.looksClosed(heartbeat, 0, 5)).isFalse();
    assertThat(DahuaText.looksClosed(heartbeat, 0, 9)).isTrue();
  }

  @Test
  @DisplayName("在任何一个字节处断开的事件，不会读成别的车")
  void eventCutAnywhereIsNeverAnotherVehicle() {
    byte[] whole = Frames.bytes("dahua", "event-car.part");
    for (int cut = 1; cut < whole.length; cut++) {
      try {
        DahuaEvent read =
            DahuaText.read(Arrays.copyOf(whole, cut), DahuaEvent.Clock.UTC, SHANGHAI, -1);
        assertThat(List.of("", "云A8HK52")).contains(read.plate());
      } catch (WireException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  private static DahuaEvent read(String text) throws WireException {
    return DahuaText.read(text.getBytes(UTF_8), DahuaEvent.Clock.UTC, SHANGHAI, -1);
  }

  private static Picture jpeg(int size) {
    return new Picture(Picture.Kind.SCENE, "", new byte[size]);
  }

  private static String told(DahuaEvent.Clock clock, DahuaEvent event) {
    return String.join(
        "\n",
        "clock=" + clock,
        "kind=" + event.kind(),
        "eventId=" + event.eventId(),
        "at=" + event.at().map(Instant::toString).orElse(""),
        "reading=" + event.reading(),
        "plate=" + event.plate(),
        "color=" + event.color(),
        "confidence=" + event.confidence(),
        "heading=" + event.heading(),
        "vehicleType=" + event.vehicleType(),
        "openedByCamera=" + event.openedByCamera(),
        "pictures=" + event.pictures(),
        "");
  }
}
