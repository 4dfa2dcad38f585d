package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.line.Line;
import cn.ecogate.simulator.line.Mischief;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One armed client: an endless answer of events and heartbeats on its own line. */
public final class EventStream implements HttpReply {

  private static final int LONGEST_QUEUE = 10_000;
  private static final int LOOK_MILLIS = 100;

  /** What waits to be sent, and whether it is history. */
  public record Sending(Capture capture, int post, boolean retransmission) {}

  /** The bytes of the stream, each brand's own. */
  public interface Source {
    byte[] head();

    byte[] heartbeat();

    byte[] message(Sending sending, boolean lying);

    /** Called around the streaming. */
    void begun(EventStream stream);

    void ended(EventStream stream);
  }

  private final Source source;
  private final long heartbeatMillis;
  private final Mischief mischief;
  private final BlockingQueue<Sending> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);

  public EventStream(Source source, long heartbeatMillis, Mischief mischief) {
    this.source = source;
    this.heartbeatMillis = heartbeatMillis;
    this.mischief = mischief;
  }

  /** False when this client reads so slowly that nothing more fits. */
  public boolean offer(Sending sending) {
    return queue.offer(sending);
  }

  public int waiting() {
    return queue.size();
  }

  /** Streams until the client leaves. */
  @Override
  public boolean over(Line line) throws IOException {
    source.begun(this);
    try {
      line.write(source.head());
      byte[] ignored = new byte[256];
      long nextBeat = System.nanoTime();
      while (line.read(ignored, 1) >= 0) {
        if (System.nanoTime() - nextBeat >= 0) {
          line.write(source.heartbeat());
          nextBeat += TimeUnit.MILLISECONDS.toNanos(heartbeatMillis);
        }
        Sending next = take();
        if (next != null) {
          mischief.send(line, lying -> source.message(next, lying));
          next.capture().markDelivered();
        }
      }
    } finally {
      source.ended(this);
    }
    return false;
  }

  private Sending take() throws IOException {
    try {
      return queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stop);
    }
  }
}
