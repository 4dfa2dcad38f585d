package cn.ecogate.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * An alert stream of ANPR events with pictures of realistic size, without authentication, for one
 * client.
 */
final class BenchCamera implements AutoCloseable {

  private static final byte[] SCENE = Pictures.jpeg(1280, 720, 110_000);
  private static final byte[] CLOSE_UP = Pictures.jpeg(240, 80, 9_000);
  private static final byte[] SMALL = Pictures.jpeg(64, 36, 1_000);
  private static final DateTimeFormatter CAMERA_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  private static final String HEARTBEAT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <EventNotificationAlert version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema">
      <channelID>1</channelID><eventType>videoloss</eventType><eventState>inactive</eventState>
      </EventNotificationAlert>
      """;

  private final ServerSocket server;
  private final Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
  private volatile Socket client;
  private long pictures = System.nanoTime();

  BenchCamera() throws IOException {
    server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    Thread accepting = new Thread(this::accept, "camera-" + port());
    accepting.setDaemon(true);
    accepting.start();
  }

  int port() {
    return server.getLocalPort();
  }

  boolean watched() {
    Socket watching = client;
    return watching != null && !watching.isClosed();
  }

  /** Ends the current stream, so that the next program can have it. */
  void hangUp() throws IOException {
    Socket watching = client;
    client = null;
    if (watching != null) {
      watching.close();
    }
  }

  /**
   * Writes one whole event and tells its name; {@code lastBytes} runs just before its final bytes
   * leave.
   */
  synchronized String send(String plate, Runnable lastBytes) throws IOException {
    Socket watching = watching();
    String name = UUID.randomUUID().toString();
    byte[] event = event(plate, name, false, neverSeenBefore(SCENE), neverSeenBefore(CLOSE_UP));
    OutputStream out = watching.getOutputStream();
    int last = event.length - 64;
    out.write(event, 0, last);
    out.flush();
    lastBytes.run();
    out.write(event, last, 64);
    out.flush();
    return name;
  }

  /** Writes one event that the camera had stored, with small pictures; it is no news. */
  synchronized String sendStored(String plate) throws IOException {
    Socket watching = watching();
    String name = UUID.randomUUID().toString();
    watching.getOutputStream().write(event(plate, name, true, SMALL, SMALL));
    return name;
  }

  private Socket watching() throws IOException {
    Socket watching = client;
    if (watching == null) {
      throw new IOException("nobody watches this camera");
    }
    return watching;
  }

  /** A real camera says every ten seconds that it is there; half a minute of silence is a fault. */
  synchronized void heartbeat() throws IOException {
    Socket watching = client;
    if (watching != null) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      part(out, "application/xml", "heartbeat.xml", HEARTBEAT.getBytes(StandardCharsets.UTF_8));
      watching.getOutputStream().write(out.toByteArray());
    }
  }

  private byte[] event(String plate, String name, boolean stored, byte[] scene, byte[] closeUp)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(140_000);
    byte[] xml = xml(plate, name, stored).getBytes(StandardCharsets.UTF_8);
    part(out, "application/xml; charset=\"UTF-8\"", "anpr.xml", xml);
    part(out, "image/jpeg", "detectionPicture.jpg", scene);
    part(out, "image/jpeg", "licensePlatePicture.jpg", closeUp);
    return out.toByteArray();
  }

  /** No two trucks have the same photo; one that is known already would not have to be stored. */
  private byte[] neverSeenBefore(byte[] picture) {
    byte[] fresh = picture.clone();
    ByteBuffer.wrap(fresh, fresh.length - Long.BYTES, Long.BYTES).putLong(pictures++);
    return fresh;
  }

  private static void part(ByteArrayOutputStream out, String type, String name, byte[] body)
      throws IOException {
    out.write(
        ("--boundary\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"; filename=\""
                + name
                + "\"\r\nContent-Type: "
                + type
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.write('\r');
    out.write('\n');
  }

  private String xml(String plate, String name, boolean stored) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    String at = (stored ? now.minusHours(1) : now).format(CAMERA_TIME);
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <EventNotificationAlert version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema">
        <ipAddress>127.0.0.1</ipAddress><portNo>80</portNo><protocol>HTTP</protocol>
        <macAddress>c0:56:e3:00:00:01</macAddress><channelID>1</channelID>
        <dateTime>%s</dateTime><activePostCount>1</activePostCount><eventType>ANPR</eventType>
        <eventState>active</eventState><eventDescription>ANPR</eventDescription>
        <isDataRetransmission>%s</isDataRetransmission><UUID>%s</UUID>
        <ANPR><country>1</country><licensePlate>黄%s</licensePlate><line>1</line>
        <direction>forward</direction><confidenceLevel>97</confidenceLevel>
        <plateType>02TypePersonalized</plateType><plateColor>yellow</plateColor>
        <vehicleType>truck</vehicleType>
        <pictureInfoList>
        <pictureInfo><fileName>detectionPicture.jpg</fileName><type>detectionPicture</type></pictureInfo>
        <pictureInfo><fileName>licensePlatePicture.jpg</fileName><type>licensePlatePicture</type></pictureInfo>
        </pictureInfoList></ANPR>
        <VehicleGATInfo><vehicleTypeByGAT>H11</vehicleTypeByGAT></VehicleGATInfo>
        </EventNotificationAlert>
        """
        .formatted(at, stored, name, plate);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket next = server.accept();
        next.setTcpNoDelay(true);
        readRequest(next.getInputStream());
        next.getOutputStream()
            .write(
                ("HTTP/1.1 200 OK\r\nMIME-Version: 1.0\r\nConnection: close\r\n"
                        + "Content-Type: multipart/mixed; boundary=boundary\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        client = next;
      } catch (IOException ended) {
        // The program hung up, or the benchmark is over.
        continue;
      }
    }
  }

  /** Reads up to the blank line; the stream is the only thing anybody asks for. */
  private static void readRequest(InputStream in) throws IOException {
    int newlines = 0;
    while (newlines < 2) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("hung up");
      }
      if (b == '\n') {
        newlines++;
      } else if (b != '\r') {
        newlines = 0;
      }
    }
  }

  @Override
  public void close() throws IOException {
    hangUp();
    server.close();
  }
}
