package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.line.CallingPlug;
import cn.ecogate.simulator.line.Line;
import cn.ecogate.simulator.line.Plug;
import cn.ecogate.simulator.line.Threads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A camera that calls us: posts each event, tries again when nobody answers, stores what did not
 * get through and sends it later, one by one, with every new event first.
 */
public abstract class PushingCamera extends PlateCamera {

  /** A stored record that was not acknowledged is tried again after so long. */
  private static final long STORED_AGAIN_MILLIS = 2_000;

  private static final int LOOK_MILLIS = 50;
  private static final int ANSWER_MILLIS = 3_000;
  private static final int LONGEST_ANSWER = 65_536;
  private static final int LIE = 40;

  /** One request. */
  public record Post(String contentType, byte[] body) {}

  /** What came back. */
  public record Answer(int status, String body) {}

  /** What the answer means to this brand. */
  public enum Heard {
    STORED,
    /** Say it again in a while. */
    AGAIN,
    /** Taken, but send no more of what is stored for now. */
    ENOUGH
  }

  private static final class Resend implements Delayed {
    private final Capture capture;
    private final int tries;
    private final long due;

    Resend(Capture capture, int tries, long afterMillis) {
      this.capture = capture;
      this.tries = tries;
      this.due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(afterMillis);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }

  private final CallingPlug plug;
  private final BlockingQueue<Capture> news = new LinkedBlockingQueue<>();
  private final DelayQueue<Resend> again = new DelayQueue<>();
  private final Deque<Capture> stored = new ArrayDeque<>();
  private final String device;
  private volatile URI host;
  private volatile boolean reached;
  private long nextBeat = System.nanoTime();
  private long nextStored;

  protected PushingCamera(Gear gear, String device, URI host) {
    super(gear, (int) (gear.clock().instant().getEpochSecond() % 100_000_000));
    this.device = device;
    this.host = host;
    this.plug = new CallingPlug(device + " calls " + host.getHost() + ":" + host.getPort());
  }

  /** The camera begins to call; before that it only remembers. */
  public final void begin() {
    Threads.start(device + " calls", this::work);
  }

  protected abstract Post event(Capture capture, boolean late);

  protected abstract Post heartbeat();

  /** What the answer to an event means; it may also command this camera's outputs. */
  protected abstract Heard heard(Capture capture, boolean late, Answer answer);

  /** How long between heartbeats; a lost host is looked for every second. */
  protected abstract long heartbeatMillis();

  /** How often an event that nobody answered is posted again before it is stored. */
  protected int resends() {
    return 4;
  }

  /** How often an event is said again to a host that answers, but does not say that it has it. */
  protected int repeats() {
    return Integer.MAX_VALUE;
  }

  /** The host it calls from now on. */
  protected final void call(URI other) {
    host = other;
  }

  @Override
  public final Plug plug() {
    return plug;
  }

  @Override
  public final int listeners() {
    return reached && plug.plugged() ? 1 : 0;
  }

  protected final String device() {
    return device;
  }

  @Override
  protected final void tell(Capture capture, boolean history) {
    if (history || !plug.plugged()) {
      store(capture);
    } else {
      news.add(capture);
    }
  }

  private void store(Capture capture) {
    synchronized (stored) {
      capture.markHistory();
      stored.addLast(capture);
    }
  }

  private void work() {
    try {
      while (true) {
        Capture next = news.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          tell(next, 0);
          continue;
        }
        Resend due = again.poll();
        if (due != null) {
          tell(due.capture, due.tries);
        } else if (System.nanoTime() >= nextBeat) {
          beat();
        } else if (reached && System.nanoTime() >= nextStored) {
          sendStored();
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Capture capture, int tries) {
    Optional<Answer> answer = post(event(capture, false));
    if (answer.isEmpty()) {
      if (tries < resends() && plug.plugged()) {
        again.add(new Resend(capture, tries + 1, 1_000));
      } else {
        store(capture);
      }
    } else {
      capture.markDelivered();
      if (heard(capture, false, answer.get()) == Heard.AGAIN && tries < repeats()) {
        again.add(new Resend(capture, tries + 1, STORED_AGAIN_MILLIS));
      }
    }
  }

  private void beat() {
    boolean before = reached;
    boolean answered = post(heartbeat()).isPresent();
    nextBeat =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(answered ? heartbeatMillis() : 1_000);
    if (answered != before) {
      gear().truth().note(answered ? "host-reached" : "host-lost", device);
    }
  }

  private void sendStored() {
    Capture oldest;
    synchronized (stored) {
      oldest = stored.peekFirst();
    }
    if (oldest == null) {
      return;
    }
    Optional<Answer> answer = post(event(oldest, true));
    Heard heard = answer.map(said -> heard(oldest, true, said)).orElse(Heard.AGAIN);
    if (heard != Heard.AGAIN) {
      noteHistory(oldest);
      synchronized (stored) {
        stored.removeFirst();
      }
    }
    if (heard != Heard.STORED) {
      nextStored = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STORED_AGAIN_MILLIS);
    }
  }

  private Optional<Answer> post(Post post) {
    Answer[] got = new Answer[1];
    URI to = host;
    try {
      plug.call(
          to.getHost(),
          to.getPort(),
          line -> {
            gear().mischief().send(line, lying -> request(to, post, lying));
            got[0] = answer(line);
          });
      reached = got[0] != null;
    } catch (IOException nobody) {
      reached = false;
    }
    return Optional.ofNullable(got[0]);
  }

  private static byte[] request(URI to, Post post, boolean lying) {
    byte[] body = post.body();
    byte[] head =
        ("POST "
                + to.getRawPath()
                + " HTTP/1.1\r\nHost: "
                + to.getHost()
                + ":"
                + to.getPort()
                + "\r\nAccept: */*\r\n"
                + (post.contentType().isEmpty()
                    ? ""
                    : "Content-Type: " + post.contentType() + "\r\n")
                + "Content-Length: "
                + (lying ? Math.max(1, body.length - LIE) : body.length)
                + "\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /** The answer; null if the host said nothing that is one. */
  private static Answer answer(Line line) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[4_096];
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS);
    while (System.nanoTime() < end && all.size() < LONGEST_ANSWER) {
      int read = line.read(chunk, 200);
      if (read > 0) {
        all.write(chunk, 0, read);
      }
      String text = all.toString(StandardCharsets.UTF_8);
      int head = text.indexOf("\r\n\r\n");
      if (head >= 0 && (read < 0 || whole(text, head, all.size()))) {
        String[] first = text.substring(0, text.indexOf("\r\n")).split(" ");
        return first.length > 1 && first[1].matches("2\\d\\d")
            ? new Answer(Integer.parseInt(first[1]), text.substring(head + 4))
            : null;
      }
      if (read < 0) {
        return null;
      }
    }
    return null;
  }

  private static boolean whole(String text, int head, int have) {
    for (String header : text.substring(0, head).split("\r\n")) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        int headBytes = text.substring(0, head + 4).getBytes(StandardCharsets.UTF_8).length;
        return have >= headBytes + Integer.parseInt(header.substring(15).trim());
      }
    }
    return false;
  }
}
