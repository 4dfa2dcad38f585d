package cn.ecogate.simulator.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A line over TCP, whoever called whom. */
final class SocketLine implements Line {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  SocketLine(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  @Override
  public int read(byte[] into, int waitMillis) throws IOException {
    socket.setSoTimeout(Math.max(1, waitMillis));
    try {
      return in.read(into);
    } catch (SocketTimeoutException silence) {
      return 0;
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }
}
