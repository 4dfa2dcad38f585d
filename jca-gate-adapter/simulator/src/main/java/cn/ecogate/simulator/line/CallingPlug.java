package cn.ecogate.simulator.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The plug of a device that calls its host: unplugged, it reaches nobody. */
public final class CallingPlug implements Plug {

  private static final int PATIENCE_MILLIS = 2_000;

  private final String where;
  private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
  private volatile boolean plugged;

  /**
   * @param where whom it calls, in words for the log
   */
  public CallingPlug(String where) {
    this.where = where;
  }

  /** Calls and holds the line as told, then hangs up. */
  public void call(String host, int port, Talk talk) throws IOException {
    if (!plugged) {
      throw new IOException("not plugged in");
    }
    try (Socket socket = new Socket()) {
      lines.add(socket);
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      if (!plugged) {
        throw new IOException("not plugged in");
      }
      talk.hold(new SocketLine(socket));
    } finally {
      lines.removeIf(Socket::isClosed);
    }
  }

  @Override
  public void plugIn() {
    plugged = true;
  }

  @Override
  public void pull() {
    plugged = false;
    dropLines();
  }

  @Override
  public boolean plugged() {
    return plugged;
  }

  @Override
  public void dropLines() {
    for (Socket socket : lines) {
      try {
        socket.close();
      } catch (IOException gone) {
        System.getLogger(CallingPlug.class.getName())
            .log(System.Logger.Level.DEBUG, "{0}: {1}", where, gone.getMessage());
      }
    }
  }

  @Override
  public String where() {
    return where;
  }
}
