package cn.ecogate.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The floor: a program of its own JVM that reads an event's bytes, inserts one passage row durably
 * and writes the barrier frame, a thread a lane, and nothing else.
 */
public final class RawGate {

  /** Channel 0 closed for 700 ms, timed by the board. */
  private static final byte[] OPEN = {1, 5, 2, 0, 0, 7, (byte) 0x8D, (byte) 0xB0};

  private RawGate() {}

  /**
   * Arguments: JDBC URL, how many bytes of answers a row holds, then camera port and relay port of
   * every lane. Ends when its input ends.
   */
  public static void main(String[] args) throws IOException {
    String answers = "x".repeat(Integer.parseInt(args[1]));
    for (int i = 2; i < args.length; i += 2) {
      int camera = Integer.parseInt(args[i]);
      int relay = Integer.parseInt(args[i + 1]);
      Thread lane = new Thread(() -> serve(args[0], answers, camera, relay), "lane-" + camera);
      lane.setDaemon(true);
      lane.start();
    }
    while (System.in.read() >= 0) {
      continue;
    }
  }

  private static void serve(String url, String answers, int cameraPort, int relayPort) {
    try (Connection database = DriverManager.getConnection(url);
        PreparedStatement insert = database.prepareStatement(RawRow.INSERT);
        Socket camera = connect(cameraPort);
        Socket relay = connect(relayPort)) {
      camera
          .getOutputStream()
          .write(
              "GET /ISAPI/Event/notification/alertStream HTTP/1.1\r\nHost: bench\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(camera.getInputStream(), 1 << 16));
      DataInputStream replies = new DataInputStream(relay.getInputStream());
      skipHeader(in);
      while (true) {
        readPart(in);
        readPart(in);
        readPart(in);
        RawRow.fill(insert, UUID.randomUUID().toString(), answers);
        insert.executeUpdate();
        relay.getOutputStream().write(OPEN);
        replies.readFully(new byte[OPEN.length]);
      }
    } catch (IOException | SQLException ended) {
      System.getLogger(RawGate.class.getName())
          .log(System.Logger.Level.INFO, "lane ended: {0}", ended.getMessage());
    }
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private static void readPart(DataInputStream in) throws IOException {
    int length = skipHeader(in);
    in.readFully(new byte[length]);
    in.readFully(new byte[2]);
  }

  /** Reads header lines up to the blank one; answers the Content-Length among them, or 0. */
  private static int skipHeader(InputStream in) throws IOException {
    int length = 0;
    StringBuilder line = new StringBuilder();
    while (true) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("the stream ended");
      }
      if (b == '\n') {
        String text = line.toString().trim();
        if (text.isEmpty()) {
          return length;
        }
        if (text.startsWith("Content-Length:")) {
          length = Integer.parseInt(text.substring(15).trim());
        }
        line.setLength(0);
      } else {
        line.append((char) b);
      }
    }
  }
}
