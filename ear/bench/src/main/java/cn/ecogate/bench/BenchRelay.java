package cn.ecogate.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A Modbus RTU board over TCP: echoes coil writes at once; every truck that is let in drives over
 * its loop, or the product would record an opening that nobody used. Tells the time of the first
 * byte of every open command (FC05 other than off).
 */
final class BenchRelay implements AutoCloseable {

  private final ServerSocket server;
  private final LongConsumer opened;

  BenchRelay(LongConsumer opened) throws IOException {
    this.opened = opened;
    server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    Thread accepting = new Thread(this::accept, "relay-" + port());
    accepting.setDaemon(true);
    accepting.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket next = server.accept();
        next.setTcpNoDelay(true);
        Thread serving = new Thread(() -> serve(next), "relay-client");
        serving.setDaemon(true);
        serving.start();
      } catch (IOException ended) {
        continue;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] frame = new byte[8];
      boolean drivingThrough = false;
      while (true) {
        frame[0] = in.readByte();
        long at = System.nanoTime();
        in.readFully(frame, 1, 7);
        if (frame[1] == 5 && (frame[4] != 0 || frame[5] != 0)) {
          opened.accept(at);
          drivingThrough = true;
        }
        socket.getOutputStream().write(frame[1] <= 2 ? state(frame, drivingThrough) : frame);
        drivingThrough &= frame[1] > 2;
      }
    } catch (IOException hungUp) {
      return;
    }
  }

  /**
   * All inputs and coils off, but for the loop (input 0) on which the truck stands that was just
   * let in. One byte of data is enough for up to eight inputs or coils; more are answered with
   * more.
   */
  private static byte[] state(byte[] request, boolean onLoop) {
    int count = (request[4] & 0xFF) << 8 | request[5] & 0xFF;
    int data = (count + 7) / 8;
    byte[] answer = new byte[3 + data + 2];
    answer[0] = request[0];
    answer[1] = request[1];
    answer[2] = (byte) data;
    answer[3] = (byte) (onLoop && request[1] == 2 ? 1 : 0);
    int crc = crc(Arrays.copyOf(answer, 3 + data));
    answer[3 + data] = (byte) crc;
    answer[4 + data] = (byte) (crc >> 8);
    return answer;
  }

  private static int crc(byte[] bytes) {
    int crc = 0xFFFF;
    for (byte b : bytes) {
      crc ^= b & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? crc >> 1 ^ 0xA001 : crc >> 1;
      }
    }
    return crc;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
