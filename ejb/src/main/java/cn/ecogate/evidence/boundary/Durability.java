package cn.ecogate.evidence.boundary;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes written files durable behind the caller's back, one after the other. */
final class Durability {

  private static final System.Logger LOG = System.getLogger(Durability.class.getName());

  private final Queue<Path> written = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean busy = new AtomicBoolean();

  /** Begins a moment later, so that the disk serves the truck's own commit first. */
  private final Executor executor;

  Durability(Executor executor) {
    this.executor = executor;
  }

  void soon(Path file) {
    written.add(file);
    if (busy.compareAndSet(false, true)) {
      try {
        executor.execute(this::drain);
      } catch (RejectedExecutionException stopping) {
        drain();
      }
    }
  }

  private void drain() {
    do {
      for (Path file = written.poll(); file != null; file = written.poll()) {
        force(file);
      }
      busy.set(false);
      // A file may have come between the last poll and the line above.
    } while (!written.isEmpty() && busy.compareAndSet(false, true));
  }

  private static void force(Path file) {
    try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
      bytes.force(true);
      if (File.separatorChar == '/') { // Windows has no handle on a folder and needs none
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
          folder.force(true);
        }
      }
    } catch (IOException e) {
      LOG.log(
          Level.ERROR,
          "The photo {0} may not survive a power cut: the disk did not confirm it ({1}). Look at"
              + " the disk's health.",
          file,
          e.getMessage());
    }
  }
}
