package cn.ecogate.adapter.link;

import cn.ecogate.adapter.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One line and the turns on it. Whoever speaks waits for his answer before the next one speaks; a
 * command waits for one exchange at most, because turns are given in order.
 */
final class Bus {

  /** Tells a whole reply from a part of one. */
  interface Framing {
    /** How long the reply that begins so is; 0 if it cannot be told yet. */
    int length(byte[] reply, int have);
  }

  /** Something to be said in one turn. */
  interface Turn<T> {
    T take() throws IOException;
  }

  private static final int LONGEST_REPLY = 512;

  private final Timings timings;
  private final ReentrantLock turns = new ReentrantLock(true);
  private Line line;
  private long lastByteAt;
  private long suspectUntil;
  private boolean suspect;

  Bus(Timings timings) {
    this.timings = timings;
  }

  void connected(Line fresh) {
    turns.lock();
    try {
      line = fresh;
      suspect = false;
      lastByteAt = System.nanoTime() - Duration.ofSeconds(1).toNanos();
    } finally {
      turns.unlock();
    }
  }

  /** Closes the line; whoever is waiting for an answer fails. */
  void disconnect() {
    turns.lock();
    try {
      if (line != null) {
        line.close();
        line = null;
      }
    } finally {
      turns.unlock();
    }
  }

  boolean isConnected() {
    turns.lock();
    try {
      return line != null;
    } finally {
      turns.unlock();
    }
  }

  /** Several exchanges that nobody may come between. */
  <T> T inOneTurn(Turn<T> turn) throws IOException {
    turns.lock();
    try {
      return turn.take();
    } finally {
      turns.unlock();
    }
  }

  /**
   * Sends a frame once and waits for its reply.
   *
   * @throws NoAnswer if nothing came in time; the line is kept
   * @throws WireException if what came cannot be a reply; the line is kept
   * @throws IOException if the line is gone; it is closed
   */
  byte[] exchange(byte[] request, Framing framing) throws IOException {
    turns.lock();
    try {
      if (line == null) {
        throw new IOException("尚未连接");
      }
      return exchangeOn(line, request, framing);
    } catch (NoAnswer | WireException e) {
      suspect = true;
      suspectUntil = System.nanoTime() + timings.lateAnswer().toNanos();
      throw e;
    } catch (IOException e) {
      disconnect();
      throw e;
    } finally {
      turns.unlock();
    }
  }

  private byte[] exchangeOn(Line on, byte[] request, Framing framing) throws IOException {
    quiet(on);
    // A late answer to an earlier request would be taken for the answer to this one.
    on.drain();
    on.write(request);
    byte[] reply = new byte[LONGEST_REPLY];
    int have = 0;
    int whole = 0;
    long deadline = System.nanoTime() + timings.reply().toNanos();
    while (whole == 0 || have < whole) {
      long left = deadline - System.nanoTime();
      int room = whole == 0 ? 1 : whole - have;
      int got = left <= 0 ? 0 : on.read(reply, have, room, Duration.ofNanos(left));
      if (got == 0 && deadline - System.nanoTime() <= 0) {
        throw have == 0
            ? new NoAnswer("在 " + timings.reply().toMillis() + " 毫秒内没有应答")
            : new WireException("应答不完整", Arrays.copyOf(reply, have));
      }
      have += got;
      whole = framing.length(reply, have);
      if (whole > LONGEST_REPLY) {
        throw new WireException("应答过长", Arrays.copyOf(reply, have));
      }
    }
    lastByteAt = System.nanoTime();
    return Arrays.copyOf(reply, have);
  }

  /**
   * After a failed exchange its answer may still be on the way; on RTU, frames are told apart by
   * silence.
   */
  private void quiet(Line on) {
    long until = lastByteAt + on.silenceBetweenFrames().toNanos();
    if (suspect) {
      until = Math.max(until, suspectUntil);
      suspect = false;
    }
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  /** Finds out whether the line still stands although nobody has anything to say. */
  void checkAlive() throws IOException {
    turns.lock();
    try {
      if (line == null) {
        throw new IOException("连接中断");
      }
      line.drain();
      line.read(new byte[64], 0, 64, Duration.ofMillis(1));
    } catch (IOException e) {
      disconnect();
      throw e;
    } finally {
      turns.unlock();
    }
  }
}
