package cn.ecogate.device.control;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Bytes as a person can read them: in hexadecimal, and as text where they are text. */
public final class FrameDump {

  private static final int WIDTH = 16;
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private FrameDump() {}

  /** Sixteen bytes a line: where they begin, the bytes, and what is ASCII of them. */
  public static String hex(byte[] bytes) {
    StringBuilder dump = new StringBuilder(bytes.length * 5);
    for (int from = 0; from < bytes.length; from += WIDTH) {
      dump.append(String.format("%04x ", from));
      StringBuilder text = new StringBuilder(WIDTH);
      for (int i = from; i < from + WIDTH; i++) {
        if (i < bytes.length) {
          dump.append(String.format(" %02x", bytes[i]));
          text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
        } else {
          dump.append("   ");
        }
      }
      dump.append("  ").append(text).append('\n');
    }
    return dump.toString();
  }

  /** The same as UTF-8 or GB 18030, whatever it is whole; control characters as dots. */
  public static Optional<String> text(byte[] bytes) {
    return CHARSETS.stream()
        .flatMap(charset -> decoded(bytes, charset))
        .findFirst()
        .map(text -> text.replaceAll("[\\p{Cntrl}&&[^\n]]", "·"));
  }

  private static Stream<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Stream.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Stream.empty();
    }
  }
}
