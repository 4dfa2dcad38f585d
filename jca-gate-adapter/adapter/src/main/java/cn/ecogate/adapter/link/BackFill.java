package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.wire.ListedPlate;
import cn.ecogate.adapter.wire.PlateList;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches from one camera's own list what its stream did not tell, once, beside the stream. The
 * stream has the first word: it tells more, and live vehicles come by it alone. So the list is
 * asked only when no history comes any more, and what it gives waits once more as long before it
 * counts as missing.
 */
final class BackFill implements Threads.Loop {

  private static final System.Logger LOG = System.getLogger(BackFill.class.getName());

  private static final int ATTEMPTS = 3;
  private static final int MAX_PAGES = 100;

  private final String deviceId;
  private final CameraMemory memory;
  private final PlateBook book;
  private final Outlet outlet;
  private final Clock clock;
  private final Duration settling;
  private final Bell bell = new Bell();

  /** The camera's list. */
  interface PlateBook {

    /**
     * @throws IOException if it cannot be had now
     * @throws NotOffered if that camera has none
     */
    List<ListedPlate> after(String cursor) throws IOException;
  }

  /** The camera has no such list: there is no use in asking again. */
  static final class NotOffered extends IOException {

    private static final long serialVersionUID = 1L;

    NotOffered(String message) {
      super(message);
    }
  }

  /**
   * @param settling how long the stream is given to tell by itself
   */
  BackFill(
      String deviceId,
      CameraMemory memory,
      PlateBook book,
      Outlet outlet,
      Clock clock,
      Duration settling) {
    this.deviceId = deviceId;
    this.memory = memory;
    this.book = book;
    this.outlet = outlet;
    this.clock = clock;
    this.settling = settling;
  }

  @Override
  public void run() {
    try {
      for (int attempt = 1; attempt <= ATTEMPTS && !bell.closed(); attempt++) {
        awaitQuiet();
        if (bell.closed() || attempted(attempt)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** True if there is nothing more to try. */
  private boolean attempted(int attempt) throws InterruptedException {
    try {
      fill();
      return true;
    } catch (NotOffered e) {
      LOG.log(Level.INFO, "{0}：{1}，断线期间的车辆只能等它自己补传", deviceId, e.getMessage());
      memory.filled("");
      return true;
    } catch (IOException e) {
      LOG.log(
          attempt == ATTEMPTS ? Level.WARNING : Level.DEBUG,
          "{0}：补取断线期间的车辆失败（{1}）；下次重连时再取",
          deviceId,
          e.getMessage());
      return false;
    }
  }

  private void awaitQuiet() {
    Duration left = settling;
    while (!bell.closed() && left.compareTo(Duration.ZERO) > 0) {
      bell.await(left);
      left = settling.minus(memory.quiet());
    }
  }

  private void fill() throws IOException, InterruptedException {
    String cursor = memory.gap().map(CameraMemory.Gap::cursor).orElse("");
    int found = 0;
    for (int page = 0; page < MAX_PAGES && !cursor.isEmpty(); page++) {
      List<ListedPlate> listed = book.after(cursor);
      bell.await(settling);
      if (bell.closed()) {
        return;
      }
      for (ListedPlate plate : new ArrayList<>(listed)) {
        PlateSeen seen = plate.seenBy(deviceId, clock.instant());
        if (memory.misses(plate, seen)) {
          outlet.plate(seen);
          found++;
        }
      }
      String reached = listed.isEmpty() ? cursor : listed.get(listed.size() - 1).pictureName();
      if (listed.isEmpty()
          || reached.equals(cursor)
          || !PlateList.later(reached, cursor).equals(reached)) {
        memory.filled(reached);
        break;
      }
      cursor = reached;
    }
    if (found > 0) {
      LOG.log(Level.INFO, "{0}：断线期间漏收的 {1} 辆车已从摄像机补取", deviceId, found);
    }
  }

  @Override
  public void end() {
    bell.close();
  }
}
