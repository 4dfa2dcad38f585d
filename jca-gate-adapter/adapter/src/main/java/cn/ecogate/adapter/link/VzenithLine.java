package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.wire.FrameReader;
import cn.ecogate.adapter.wire.JsonTree;
import cn.ecogate.adapter.wire.VzenithFrames;
import cn.ecogate.adapter.wire.VzenithPacket;
import cn.ecogate.adapter.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The conversation on one camera's line: one question at a time, while everything else that is said
 * goes to the hearer. Only the owner reads; whoever else asks waits for him to read the answer.
 */
final class VzenithLine implements FrameReader.Found<VzenithPacket> {

  /** How soon the owner looks around between two reads. */
  static final Duration GLANCE = Duration.ofMillis(50);

  /** Who is told what nobody asked for; called on the owner's thread. */
  interface Hearer {
    void heard(VzenithPacket packet, JsonTree document);

    void heartbeat();

    void misunderstood(WireException why);
  }

  /** The camera understood and said no. */
  static final class Refused extends GateException {

    private static final long serialVersionUID = 1L;

    private final long code;

    Refused(String command, JsonTree answer) {
      super(
          "摄像机拒绝了命令 "
              + command
              + "（代码 "
              + answer.text("state_code")
              + "）"
              + meaning(answer.text("state_code")));
      this.code = answer.number("state_code").orElse(0);
    }

    private static String meaning(String code) {
      return switch (code) {
        case "401" -> "：需要登录，请填写摄像机的用户和密码";
        case "404" -> "：没有这项内容";
        case "405" -> "：固件没有这个命令";
        default -> "";
      };
    }

    /** Nothing was done: the firmware does not know the command. */
    boolean unknownCommand() {
      return code == 405 || code == 404;
    }
  }

  /** An answer: the packet and its document. */
  record Answer(VzenithPacket packet, JsonTree document) {}

  private static final class Question {
    final String command;
    final String id;
    final long record;
    final CountDownLatch settled = new CountDownLatch(1);
    volatile Answer answer;

    Question(String command, String id, long record) {
      this.command = command;
      this.id = id;
      this.record = record;
    }

    /** Old firmware does not repeat the id; the offline check answers under another name. */
    boolean fits(JsonTree document) {
      if (record > 0) {
        boolean named = document.text("cmd").equals(command);
        boolean vehicle = document.at("PlateResult").present();
        return (named || vehicle) && document.number("id").orElse(record) == record;
      }
      if (document.at("PlateResult").present()) {
        return false; // A vehicle that came in between may carry the same name, and our id.
      }
      String name = document.text("cmd");
      String told = document.text("id");
      boolean offline = command.equals("reg_offline_check") && name.equals("offline");
      return (name.equals(command) || offline) && (told.isEmpty() || told.equals(id));
    }
  }

  private final Hearer hearer;
  private final ReentrantLock asking = new ReentrantLock(true);
  private final AtomicLong serial = new AtomicLong();
  private final Object writing = new Object();
  private final byte[] piece = new byte[64 * 1024];
  private VzenithFrames frames;
  private volatile Line line;
  private volatile Thread owner;
  private volatile boolean open;
  private volatile long lastHeard;
  private volatile Question question;

  VzenithLine(Hearer hearer) {
    this.hearer = hearer;
  }

  /** From now on the calling thread is the one who reads. */
  void connected(Line fresh) {
    frames = new VzenithFrames();
    lastHeard = System.nanoTime();
    owner = Thread.currentThread();
    line = fresh;
  }

  /** Everybody may ask. */
  void ready() {
    open = true;
  }

  void disconnect() {
    open = false;
    line = null;
    Question waiting = question;
    if (waiting != null) {
      waiting.settled.countDown();
    }
  }

  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastHeard);
  }

  /** Reads what comes, so long at most; the owner's only. */
  void pump(Duration atMost) throws IOException {
    int got = line.read(piece, 0, piece.length, atMost);
    if (got > 0) {
      lastHeard = System.nanoTime();
      frames.feed(piece, 0, got, this);
    }
  }

  void heartbeat() throws IOException {
    write(VzenithPacket.heartbeat());
  }

  /** Says something that is not answered. */
  void tell(UnaryOperator<String> command) throws IOException {
    mayAsk();
    String id = String.valueOf(serial.incrementAndGet());
    write(VzenithPacket.command(0, command.apply(id)));
  }

  /**
   * Asks once and waits for the answer.
   *
   * @param name the command's, by which its answer is known
   * @throws Refused if the camera says no
   * @throws NoAnswer if nothing came in time; the line is kept
   */
  Answer ask(String name, UnaryOperator<String> command, Duration patience) throws IOException {
    asking.lock();
    try {
      return exchange(name, command, 0, patience);
    } finally {
      asking.unlock();
    }
  }

  /** The owner's: never waits for others, because he reads their answers too. */
  Optional<Answer> askUnlessBusy(String name, UnaryOperator<String> command, Duration patience)
      throws IOException {
    return askUnlessBusy(name, command, 0, patience);
  }

  /** The same for a stored record, whose answer carries the record's number as its id. */
  Optional<Answer> askUnlessBusy(
      String name, UnaryOperator<String> command, long record, Duration patience)
      throws IOException {
    if (!asking.tryLock()) {
      return Optional.empty();
    }
    try {
      return Optional.of(exchange(name, command, record, patience));
    } finally {
      asking.unlock();
    }
  }

  private Answer exchange(
      String name, UnaryOperator<String> command, long record, Duration patience)
      throws IOException {
    mayAsk();
    long number = serial.incrementAndGet();
    Question asked = new Question(name, String.valueOf(number), record);
    question = asked;
    try {
      write(VzenithPacket.command((int) (number % 255) + 1, command.apply(asked.id)));
      await(asked, patience);
    } finally {
      question = null;
    }
    if (asked.answer == null) {
      throw line == null
          ? new IOException("连接中断")
          : new NoAnswer("在 " + patience.toMillis() + " 毫秒内没有应答");
    }
    long state = asked.answer.document().number("state_code").orElse(200);
    if (state != 200) {
      throw new Refused(name, asked.answer.document());
    }
    return asked.answer;
  }

  private void mayAsk() throws IOException {
    if (line == null || !open && Thread.currentThread() != owner) {
      throw new IOException("尚未连接");
    }
  }

  private void await(Question asked, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    long left = patience.toNanos();
    while (asked.answer == null && left > 0 && line != null) {
      if (Thread.currentThread() == owner) {
        pump(Duration.ofNanos(Math.min(left, GLANCE.toNanos())));
      } else {
        try {
          asked.settled.await(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
      left = deadline - System.nanoTime();
    }
  }

  private void write(byte[] packet) throws IOException {
    Line on = line;
    if (on == null) {
      throw new IOException("尚未连接");
    }
    synchronized (writing) {
      on.write(packet);
    }
  }

  @Override
  public void frame(VzenithPacket packet, byte[] raw) {
    if (packet.type() == VzenithPacket.HEARTBEAT) {
      hearer.heartbeat();
      return;
    }
    JsonTree document;
    try {
      document = packet.json();
    } catch (WireException e) {
      hearer.misunderstood(e);
      return;
    }
    Question waiting = question;
    if (waiting != null && waiting.answer == null && waiting.fits(document)) {
      waiting.answer = new Answer(packet, document);
      waiting.settled.countDown();
    } else {
      hearer.heard(packet, document);
    }
  }

  @Override
  public void misunderstood(WireException why) {
    hearer.misunderstood(why);
  }
}
