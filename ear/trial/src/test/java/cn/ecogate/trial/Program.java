package cn.ecogate.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that this trial started, with everything that it started in turn. */
final class Program implements AutoCloseable {

  private final Process process;
  private final Path said;

  private Program(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  static Program start(Path folder, String name, List<String> command) throws IOException {
    Files.createDirectories(folder);
    Path said = Files.createTempFile(folder, name + "-", ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(TrialSite.HOME.toFile());
    // Half the processor time of a start; nothing here runs long enough to miss the other compiler.
    builder.environment().put("ECOGATE_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    return new Program(builder.start(), said);
  }

  String said() throws IOException {
    return Files.readString(said, StandardCharsets.UTF_8);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void awaitWords(String words, Duration patience) throws Exception {
    Patience.until(
        "'" + words + "' in " + said,
        patience,
        () -> {
          if (said().contains(words)) {
            return true;
          }
          if (!process.isAlive()) {
            throw new AssertionError("It ended with " + process.exitValue() + ":\n" + said());
          }
          return false;
        });
  }

  int awaitEnd(Duration patience) throws InterruptedException, IOException {
    if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It did not end:\n" + said());
    }
    return process.exitValue();
  }

  /** This process and all that it started, and what those started. */
  List<ProcessHandle> family() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  ProcessHandle member(String argument) {
    return process
        .descendants()
        .filter(
            handle ->
                handle
                    .info()
                    .arguments()
                    .map(all -> Stream.of(all).anyMatch(word -> word.contains(argument)))
                    .orElse(false))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No process with " + argument));
  }

  /** What Ctrl-C does. */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  /** kill -9 of all of them at once. */
  static void kill(List<ProcessHandle> family) {
    family.forEach(ProcessHandle::destroyForcibly);
  }

  static void awaitGone(List<ProcessHandle> family) throws Exception {
    Patience.until(
        "all ended of " + family,
        Duration.ofSeconds(60),
        () -> family.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Override
  public void close() throws Exception {
    List<ProcessHandle> family = family();
    interrupt();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill(family);
    }
    awaitGone(family);
  }
}
