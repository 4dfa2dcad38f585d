package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams as cameras send them, in one piece and in every other: one golden file each. */
class MultipartParserTest {

  static Stream<String> cases() {
    return Frames.of("multipart", ".stream");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void streamGivesItsPartsHoweverItIsSplit(String name) throws WireException {
    Recorded recorded = new Recorded(name);
    for (int piece : new int[] {Integer.MAX_VALUE, 1, 2, 7, 64, 1000}) {
      recorded.check(piece);
    }
  }

  @Test
  void lastPartWithoutLengthIsGivenWhenTheLineFallsSilent() throws WireException {
    MultipartParser parser = new MultipartParser("multipart/mixed; boundary=b");

    assertThat(feed(parser, "--b\r\nContent-Type: application/xml\r\n\r\n")).isEmpty();
    assertThat(feed(parser, "<EventNotificationAlert><a/></EventNotif")).isEmpty();
    assertThat(parser.idle()).as("a document that is not closed yet").isEmpty();
    assertThat(feed(parser, "icationAlert>\r\n")).isEmpty();
    assertThat(parser.idle()).hasSize(1);
    assertThat(parser.idle()).as("given once").isEmpty();
    assertThat(feed(parser, "--b\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi"))
        .extracting(p -> new String(p.body(), US_ASCII))
        .containsExactly("hi");
  }

  @Test
  void partWithLengthIsGivenWithItsLastByteAndNotLater() throws WireException {
    MultipartParser parser = new MultipartParser("multipart/mixed; boundary=b");

    assertThat(feed(parser, "--b\r\nContent-Length: 3\r\n\r\nab")).isEmpty();
    assertThat(parser.midPart()).isTrue();
    assertThat(feed(parser, "c")).hasSize(1);
    assertThat(parser.midPart()).isFalse();
  }

  @Test
  void partWithoutEndIsGivenUpAtTheBound() {
    MultipartParser parser = new MultipartParser("multipart/mixed; boundary=b");
    byte[] flood = new byte[MultipartParser.MAX_PART / 2 + 1];

    assertThatThrownBy(
            () -> {
              feed(parser, "--b\r\nContent-Type: image/jpeg\r\n\r\n");
              parser.feed(flood, 0, flood.length);
              parser.feed(flood, 0, flood.length);
            })
        .isInstanceOf(WireException.class)
        .hasMessageContaining("仍未结束");
  }

  @Test
  void noiseWithoutADelimiterIsGivenUpAtTheBound() {
    MultipartParser parser = new MultipartParser("multipart/mixed; boundary=b");
    byte[] flood = new byte[MultipartParser.MAX_NOISE + 1000];

    assertThatThrownBy(() -> parser.feed(flood, 0, flood.length))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("找不到分隔线");
  }

  private static List<Part> feed(MultipartParser parser, String text) throws WireException {
    byte[] bytes = text.getBytes(US_ASCII);
    return parser.feed(bytes, 0, bytes.length);
  }

  /** A golden stream: the content type on its first line, then the bytes. */
  private static final class Recorded {

    private final String contentType;
    private final byte[] bytes;
    private final String expected;

    Recorded(String name) {
      byte[] file = Frames.bytes("multipart", name + ".stream");
      int end = 0;
      while (file[end] != '\n') {
        end++;
      }
      contentType = new String(file, 0, end, US_ASCII);
      bytes = Arrays.copyOfRange(file, end + 1, file.length);
      expected = Frames.text("multipart", name + ".expected");
    }

    void check(int piece) throws WireException {
      if (expected.startsWith("error=")) {
        assertThatThrownBy(() -> parts(piece))
            .isInstanceOf(WireException.class)
            .hasMessageContaining(Frames.line(expected, "error="));
      } else {
        assertThat(parts(piece).stream().map(Recorded::told).collect(Collectors.joining()))
            .as("in pieces of %d", piece)
            .isEqualTo(expected);
      }
    }

    private List<Part> parts(int piece) throws WireException {
      MultipartParser parser = new MultipartParser(contentType);
      List<Part> parts = new ArrayList<>();
      for (int at = 0; at < bytes.length; at += Math.min(piece, bytes.length)) {
        parts.addAll(parser.feed(bytes, at, Math.min(piece, bytes.length - at)));
      }
      return parts;
    }

    private static String told(Part part) {
      CRC32 sum = new CRC32();
      sum.update(part.body());
      return String.format(
          Locale.ROOT,
          "%s|%s|%d|%08x%n",
          part.type(),
          part.name(),
          part.body().length,
          sum.getValue());
    }
  }
}
