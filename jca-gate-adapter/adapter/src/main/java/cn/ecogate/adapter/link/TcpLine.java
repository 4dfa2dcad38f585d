package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.catalogue.Address;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A socket to a serial server or a networked board. */
final class TcpLine implements Line {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private TcpLine(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  static TcpLine open(Address address, Duration atMost) throws IOException {
    return new TcpLine(connect(address, atMost));
  }

  /** A connected socket that sends at once (no Nagle) and notices a dead other side in time. */
  static Socket connect(Address address, Duration atMost) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.connect(
          new InetSocketAddress(address.host(), address.port()), (int) atMost.toMillis());
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public void write(byte[] frame) throws IOException {
    out.write(frame);
  }

  @Override
  public int read(byte[] into, int offset, int count, Duration atMost) throws IOException {
    // 0 would mean for ever.
    socket.setSoTimeout((int) Math.max(1, atMost.toMillis()));
    try {
      int got = in.read(into, offset, count);
      if (got < 0) {
        throw new EOFException("对方关闭了连接");
      }
      return got;
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }

  @Override
  public void drain() throws IOException {
    byte[] rubbish = new byte[256];
    while (in.available() > 0) {
      if (in.read(rubbish) < 0) {
        throw new EOFException("对方关闭了连接");
      }
    }
  }

  @Override
  public Duration silenceBetweenFrames() {
    return Duration.ZERO;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to be done for a socket that cannot even be closed.
      System.getLogger(TcpLine.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
    }
  }
}
