package cn.ecogate.db;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process that ends when its parent ends, however the parent ends, and that a terminal's
 * Ctrl-C does not reach, so that its parent decides the order of stopping.
 */
public final class TiedProcess implements AutoCloseable {

  /**
   * The shell becomes the program (so its pid is the program's); a watcher in the background holds
   * the read end of a pipe whose write end only the parent has. When the parent is gone the pipe
   * ends, and the watcher ends the program.
   */
  private static final String SCRIPT =
      """
      trap '' INT
      exec 3<&0
      program=$$
      (
        while read -r nothing; do :; done
        kill -TERM $program 2>/dev/null || exit 0
        waited=0
        while kill -0 $program 2>/dev/null; do
          if [ $waited -ge 45 ]; then kill -KILL $program 2>/dev/null; exit 0; fi
          sleep 1
          waited=$((waited + 1))
        done
      ) <&3 >/dev/null 2>&1 &
      exec "$@" </dev/null 3<&-
      """;

  private final Process process;

  private TiedProcess(Process process) {
    this.process = process;
  }

  /** Starts the command; what it prints goes to the end of the log file. */
  public static TiedProcess start(
      List<String> command, Map<String, String> environment, Path directory, Path log) {
    List<String> tied = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh"));
    tied.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(tied);
    builder.directory(directory.toFile());
    builder.environment().putAll(environment);
    File file = log.toFile();
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(file));
    try {
      return new TiedProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + command.get(0), e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes when the program has ended, for whatever reason. */
  public CompletableFuture<Integer> ended() {
    return process.onExit().thenApply(Process::exitValue);
  }

  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** Asks the program to end, waits, and ends it by force when it does not. */
  public void stop(Duration patience) {
    process.destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop(Duration.ofSeconds(30));
  }
}
