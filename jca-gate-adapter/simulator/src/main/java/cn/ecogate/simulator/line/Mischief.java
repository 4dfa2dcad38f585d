package cn.ecogate.simulator.line;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The faults one device has been told to make: each is made by the next messages it sends. */
public final class Mischief {

  /** What can go wrong with a message on its way out. */
  public enum Fault {
    /** Ends in the middle, and the line with it. */
    CUT,
    /** Comes twice. */
    DOUBLE,
    /** Stops in the middle for a while. */
    STALL,
    /** Says a length that is not its own. */
    LIE
  }

  /** A message, honest or with a false length. */
  public interface Message {
    byte[] bytes(boolean lying);
  }

  private final Map<Fault, Integer> ordered = new EnumMap<>(Fault.class);
  private Duration stall = Duration.ofSeconds(3);
  private volatile Duration skew = Duration.ZERO;

  /** The next so many messages are spoiled so. */
  public synchronized void order(Fault fault, int times) {
    ordered.put(fault, times);
  }

  public synchronized void stallFor(Duration length) {
    stall = length;
  }

  /** The device's clock is wrong by so much from now on. */
  public void skew(Duration wrong) {
    skew = wrong;
  }

  /** How many more messages will be spoiled so. */
  public synchronized int left(Fault fault) {
    return ordered.getOrDefault(fault, 0);
  }

  private synchronized boolean take(Fault fault) {
    int left = left(fault);
    ordered.put(fault, Math.max(0, left - 1));
    return left > 0;
  }

  /** Sends the message as it is, or as it was ordered to be spoiled. */
  public void send(Line line, Message message) throws IOException {
    byte[] bytes = message.bytes(take(Fault.LIE));
    int half = bytes.length / 2;
    if (take(Fault.CUT)) {
      line.write(Arrays.copyOf(bytes, half));
      line.hangUp();
      return;
    }
    if (take(Fault.STALL)) {
      line.write(Arrays.copyOf(bytes, half));
      LockSupport.parkNanos(pause().toNanos());
      line.write(Arrays.copyOfRange(bytes, half, bytes.length));
    } else {
      line.write(bytes);
    }
    if (take(Fault.DOUBLE)) {
      line.write(bytes);
    }
  }

  private synchronized Duration pause() {
    return stall;
  }

  /** The device's own clock: the true one, or as wrong as ordered. */
  public Clock clock(Clock truth) {
    return new Clock() {
      @Override
      public Instant instant() {
        return truth.instant().plus(skew);
      }

      @Override
      public ZoneId getZone() {
        return truth.getZone();
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return clock(truth.withZone(zone));
      }
    };
  }
}
