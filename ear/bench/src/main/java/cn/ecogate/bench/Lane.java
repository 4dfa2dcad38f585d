package cn.ecogate.bench;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A camera and a barrier board facing the program under test: remembers when each truck's last byte
 * left and matches it with the first byte of the next open command.
 */
final class Lane implements AutoCloseable {

  private final ConcurrentLinkedQueue<Long> waiting = new ConcurrentLinkedQueue<>();
  private final BenchCamera camera;
  private final BenchRelay relay;
  private volatile Samples samples = new Samples();

  Lane() throws IOException {
    camera = new BenchCamera();
    relay = new BenchRelay(this::opened);
  }

  BenchCamera camera() {
    return camera;
  }

  BenchRelay relay() {
    return relay;
  }

  /** From now on latencies are counted here; trucks still under way are forgotten. */
  void measureInto(Samples next) {
    waiting.clear();
    samples = next;
  }

  /**
   * Sends one truck's event and tells its name. Its time runs from just before the last bytes are
   * written.
   */
  String arrive(String plate) throws IOException {
    return camera.send(plate, () -> waiting.add(System.nanoTime()));
  }

  /** Trucks whose barrier has not been opened yet. */
  int unanswered() {
    return waiting.size();
  }

  private void opened(long at) {
    Long left = waiting.poll();
    if (left != null) {
      samples.add(at - left);
    }
  }

  @Override
  public void close() throws IOException {
    camera.close();
    relay.close();
  }
}
