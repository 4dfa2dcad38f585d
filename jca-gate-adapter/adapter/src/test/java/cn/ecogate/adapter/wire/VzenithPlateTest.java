package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateSeen;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("臻识 PlateResult：每种写法一个样例文件")
class VzenithPlateTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2023-06-09T08:40:00Z");

  static Stream<String> cases() {
    return Frames.of("vzenith-plate", ".json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("样例与期望一致")
  void resultSaysWhatIsExpected(String name) throws WireException {
    byte[] document = Frames.bytes("vzenith-plate", name + ".json");
    String expected = Frames.text("vzenith-plate", name + ".expected");

    if (expected.startsWith("error=")) {
      assertThatThrownBy(() -> read(document))
          .isInstanceOf(WireException.class)
          .hasMessageContaining(Frames.line(expected, "error="));
    } else {
      assertThat(told(read(document))).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("在任何字节处截断都被拒绝，不会读出半辆车")
  void resultCutAnywhereIsRefused() {
    byte[] whole = Frames.bytes("vzenith-plate", "whole-with-two-pictures.json");

    for (int cut = 0; cut < whole.length - 1; cut++) {
      byte[] piece = Arrays.copyOf(whole, cut);
      assertThatThrownBy(() -> read(piece)).isInstanceOf(WireException.class);
    }
  }

  @Test
  @DisplayName("TCP 线上同一对象为 GB2312 编码")
  void sameWordsComeInGb2312() throws WireException {
    Charset gb = Charset.forName("GB18030");
    byte[] document = Frames.text("vzenith-plate", "stored-while-offline.json").getBytes(gb);

    assertThat(VzenithPlate.read(JsonTree.read(document, gb), SHANGHAI).plate())
        .isEqualTo("粤Z9065澳");
  }

  @Test
  @DisplayName("重发同一事件编号不变；相机重启后编号从头数起也不会混同")
  void eventIdSurvivesResendingAndARestartOfTheCamera() throws WireException {
    VzenithPlate live = read("colour-4");
    VzenithPlate stored = read("stored-while-offline");
    VzenithPlate afterRestart = read("clock-of-2034-is-kept");

    assertThat(stored.eventId("s-1")).isEqualTo(live.eventId("s-1"));
    assertThat(afterRestart.eventId("s-1")).isNotEqualTo(live.eventId("s-1"));
    assertThat(live.eventId("s-2")).isNotEqualTo(live.eventId("s-1"));
  }

  @Test
  @DisplayName("没有时间就用收到的时间")
  void deviceTimeIsTheReceiveTimeIfTheCameraTellsNone() throws WireException {
    PlateSeen seen = read("time-missing").seenBy("c", "e", NOW, false, List.of(), "d");

    assertThat(seen.deviceTime()).isEqualTo(NOW);
    assertThat(seen.plate()).isEqualTo("川A12345");
  }

  private static VzenithPlate read(String name) throws WireException {
    return read(Frames.bytes("vzenith-plate", name + ".json"));
  }

  private static VzenithPlate read(byte[] document) throws WireException {
    return VzenithPlate.read(JsonTree.read(document, UTF_8), SHANGHAI);
  }

  private static String told(VzenithPlate plate) {
    return String.join(
        "\n",
        "plateId=" + plate.plateId(),
        "offline=" + plate.offline(),
        "at=" + plate.at().map(Instant::toString).orElse(""),
        "reading=" + plate.reading(),
        "plate=" + plate.plate(),
        "color=" + plate.color(),
        "confidence=" + plate.confidence(),
        "heading=" + plate.heading(),
        "imagePath=" + plate.imagePath(),
        "pictures="
            + plate.pictures().stream().map(Picture::toString).collect(Collectors.joining(", ")),
        "");
  }
}
