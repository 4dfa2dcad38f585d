package cn.ecogate.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Event documents as firmware writes them: one golden file each. */
class AnprXmlTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  static Stream<String> cases() {
    return Frames.of("anpr", ".xml");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void documentSaysWhatIsExpected(String name) throws WireException {
    byte[] document = Frames.bytes("anpr", name + ".xml");
    String expected = Frames.text("anpr", name + ".expected");

    if (expected.startsWith("error=")) {
      assertThatThrownBy(() -> AnprXml.read(document, SHANGHAI))
          .isInstanceOf(WireException.class)
          .hasMessageContaining(Frames.line(expected, "error="));
    } else {
      assertThat(told(AnprXml.read(document, SHANGHAI))).isEqualTo(expected);
    }
  }

  @Test
  void documentCutAnywhereIsRefusedAndNeverHalfRead() {
    byte[] whole = Frames.bytes("anpr", "colour-prefix-stripped-and-kept.xml");
    int closing =
        new String(whole, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8).length;

    for (int cut = 0; cut < closing; cut++) {
      byte[] piece = Arrays.copyOf(whole, cut);
      assertThatThrownBy(() -> AnprXml.read(piece, SHANGHAI)).isInstanceOf(WireException.class);
    }
  }

  @Test
  void badFrameIsKeptButBounded() {
    byte[] noise = new byte[100_000];

    assertThatThrownBy(() -> AnprXml.read(noise, SHANGHAI))
        .isInstanceOfSatisfying(
            WireException.class, e -> assertThat(e.frame()).hasSizeBetween(1, 2_048));
  }

  private static String told(AnprEvent event) {
    return String.join(
        "\n",
        "kind=" + event.kind(),
        "word=" + event.word(),
        "channel=" + event.channel(),
        "eventId=" + event.eventId(),
        "at=" + event.at().map(Instant::toString).orElse(""),
        "late=" + event.late(),
        "reading=" + event.reading(),
        "plate=" + event.plate(),
        "color=" + event.color(),
        "confidence=" + event.confidence(),
        "heading=" + event.heading(),
        "vehicleType=" + event.vehicleType(),
        "pictureName=" + event.pictureName(),
        "pictures=" + event.pictures(),
        "");
  }
}
