package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The golden frames: one file per case under {@code frames/<codec>/}. */
final class Frames {

  private Frames() {}

  /** The cases of a codec by name, from the files with that ending. */
  static Stream<String> of(String codec, String ending) {
    try (Stream<Path> files = Files.list(folder(codec))) {
      List<String> cases =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(ending))
              .map(f -> f.substring(0, f.length() - ending.length()))
              .sorted()
              .toList();
      if (cases.isEmpty()) {
        throw new IllegalStateException("no golden frames for " + codec);
      }
      return cases.stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String codec, String file) {
    try {
      return Files.readAllBytes(folder(codec).resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(String codec, String file) {
    return new String(bytes(codec, file), UTF_8);
  }

  /** What follows the mark on the line that begins with it. */
  static String line(String text, String mark) {
    return text.lines()
        .filter(l -> l.startsWith(mark))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no line " + mark))
        .substring(mark.length())
        .strip();
  }

  private static Path folder(String codec) {
    try {
      return Path.of(Frames.class.getResource("/frames/" + codec).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
