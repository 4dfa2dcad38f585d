package cn.ecogate.simulator.truth;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What really happened at the site, one JSON object a line, so that a test can compare it with what
 * was recorded.
 */
public final class TruthLog implements Closeable {

  private final Clock clock;
  private final Path file;
  private final Writer out;
  private boolean closed;

  public TruthLog(Path dataDir, Clock clock) throws IOException {
    this.clock = clock;
    Path folder = dataDir.resolve("simulator");
    Files.createDirectories(folder);
    this.file = folder.resolve("truth.jsonl");
    this.out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  public Path file() {
    return file;
  }

  /** Notes a happening of that kind now; details are name, value, name, value … */
  public void note(String what, String device, Object... details) {
    noteAt(clock.instant(), what, device, details);
  }

  public synchronized void noteAt(Instant at, String what, String device, Object... details) {
    if (closed) {
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("what", what);
    line.put("device", device);
    for (int i = 0; i + 1 < details.length; i += 2) {
      line.put((String) details[i], details[i + 1]);
    }
    try {
      out.write(Json.of(line));
      out.write('\n');
      // A killed site must not take its last lines with it.
      out.flush();
    } catch (IOException full) {
      throw new UncheckedIOException("The truth log " + file + " cannot be written.", full);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    out.close();
  }
}
