package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.line.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One armed client: an endless multipart answer on its own line. */
final class AlertStream {

  private static final int LONGEST_QUEUE = 10_000;
  private static final int LOOK_MILLIS = 100;

  /** What waits to be sent, and whether it is history. */
  record Sending(Capture capture, int post, boolean retransmission) {}

  /** How one camera's firmware writes parts: they differ, and receivers must bear it. */
  record Firmware(String namespace, String boundary, boolean heartbeatLength) {}

  /** Where the stream gets the bytes of a sending from. */
  interface Source {
    String xml(Sending sending);

    byte[] scene(Capture capture);

    byte[] plate(Capture capture);

    String heartbeat();

    void sent(Sending sending);
  }

  private final Line line;
  private final Firmware firmware;
  private final Source source;
  private final long heartbeatMillis;
  private final BlockingQueue<Sending> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);

  AlertStream(Line line, Firmware firmware, Source source, long heartbeatMillis) {
    this.line = line;
    this.firmware = firmware;
    this.source = source;
    this.heartbeatMillis = heartbeatMillis;
  }

  /** False when this client reads so slowly that nothing more fits. */
  boolean offer(Sending sending) {
    return queue.offer(sending);
  }

  List<Sending> unsent() {
    return new ArrayList<>(queue);
  }

  /** Streams until the client leaves. */
  void run() throws IOException {
    line.write(
        ascii(
            "HTTP/1.1 200 OK\r\nMIME-Version: 1.0\r\nConnection: close\r\n"
                + "Content-Type: multipart/mixed; boundary="
                + firmware.boundary()
                + "\r\n\r\n"));
    byte[] ignored = new byte[256];
    long nextBeat = System.nanoTime();
    while (line.read(ignored, 1) >= 0) {
      if (System.nanoTime() - nextBeat >= 0) {
        line.write(part("application/xml; charset=\"UTF-8\"", "", source.heartbeat(), true));
        nextBeat += TimeUnit.MILLISECONDS.toNanos(heartbeatMillis);
      }
      Sending next = take();
      if (next != null) {
        line.write(message(next));
        source.sent(next);
      }
    }
  }

  private Sending take() throws IOException {
    try {
      return queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stop);
    }
  }

  private byte[] message(Sending sending) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(part("application/xml; charset=\"UTF-8\"", "anpr.xml", source.xml(sending), false));
    all.write(picture("licensePlatePicture.jpg", source.plate(sending.capture())));
    all.write(picture("detectionPicture.jpg", source.scene(sending.capture())));
    return all.toByteArray();
  }

  private byte[] part(String type, String file, String text, boolean beat) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    boolean length = !beat || firmware.heartbeatLength();
    return joined(head(type, file, length ? body.length : -1), body);
  }

  private byte[] picture(String file, byte[] jpeg) {
    return joined(head("image/jpeg", file, jpeg.length), jpeg);
  }

  private byte[] head(String type, String file, int length) {
    String name = file.isEmpty() ? "" : "; name=\"" + file + "\"; filename=\"" + file + "\"";
    return ascii(
        "--"
            + firmware.boundary()
            + "\r\n"
            + (name.isEmpty() ? "" : "Content-Disposition: form-data" + name + "\r\n")
            + "Content-Type: "
            + type
            + "\r\n"
            + (length < 0 ? "" : "Content-Length: " + length + "\r\n")
            + "\r\n");
  }

  private static byte[] joined(byte[] head, byte[] body) {
    byte[] all = new byte[head.length + body.length + 2];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    all[all.length - 2] = '\r';
    all[all.length - 1] = '\n';
    return all;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
