package cn.ecogate.adapter.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Two pseudo terminals joined by socat: one end for the adapter, one for the device. */
final class SerialPair implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Path ours;
  private final Path theirs;
  private Process socat;

  SerialPair(Path folder) {
    this.ours = folder.resolve("adapter");
    this.theirs = folder.resolve("device");
  }

  Path ours() {
    return ours;
  }

  Path theirs() {
    return theirs;
  }

  void plugIn() throws IOException {
    try {
      socat =
          new ProcessBuilder(
                  "socat", "pty,raw,echo=0,link=" + ours, "pty,raw,echo=0,link=" + theirs)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new IOException("serial tests need socat; on Debian: apt-get install socat", e);
    }
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!Files.exists(ours) || !Files.exists(theirs)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("socat made no terminals within 10 s");
      }
      Thread.onSpinWait();
    }
  }

  /** As when somebody pulls the converter out. */
  void pullOut() {
    socat.destroyForcibly();
    try {
      socat.waitFor();
      // Killed, socat leaves its links behind; a pulled converter does not.
      Files.deleteIfExists(ours);
      Files.deleteIfExists(theirs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (socat != null) {
      pullOut();
    }
  }
}
