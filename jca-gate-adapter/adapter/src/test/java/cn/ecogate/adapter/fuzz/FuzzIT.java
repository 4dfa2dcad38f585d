package cn.ecogate.adapter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A coverage-guided fuzzer on every parser, from its golden frames on: no crash, no input that
 * takes a second or 64 MB. {@code -Dfuzz.seconds} says for how long; the long run is {@code ./bench
 * fuzz}.
 */
class FuzzIT {

  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 2);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Parser.class)
  @DisplayName("无论设备发来什么，解析器不崩溃、不卡住、不占内存")
  void nothingBreaksIt(Parser parser) throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Path seeds = Path.of(FuzzIT.class.getResource("/frames/" + parser.frames).toURI());
    Path log = folder.resolve("log");
    Process fuzzer =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dfuzz.parser=" + parser,
                    "-cp",
                    classPath(),
                    Jazzer.class.getName(),
                    "--target_class=" + ParserFuzzer.class.getName(),
                    "--instrumentation_includes=cn.ecogate.adapter.wire.**",
                    "--reproducer_path=" + folder,
                    "-artifact_prefix=" + folder + "/",
                    "-max_total_time=" + SECONDS,
                    "-max_len=8192",
                    "-timeout=60",
                    corpus.toString(),
                    seeds.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(fuzzer.waitFor(SECONDS + 180L, TimeUnit.SECONDS)).as("the fuzzer ended").isTrue();
    } finally {
      fuzzer.destroyForcibly();
    }
    assertThat(fuzzer.exitValue()).as(() -> tail(log)).isZero();
    assertThat(Files.readString(log, StandardCharsets.ISO_8859_1)).contains("Done ");
  }

  /** Only what parsers need: the fuzzer looks through all of it at every start. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.matches(".*(junit|assertj|byte-buddy|opentest4j|surefire).*"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
