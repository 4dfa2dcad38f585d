package cn.ecogate.simulator.line;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A plug on a loopback TCP port; several callers may hold lines at once. */
public final class TcpPlug implements Plug {

  private static final System.Logger LOG = System.getLogger(TcpPlug.class.getName());

  private static final long DOORMAN_MILLIS = 2_000;

  private final String name;
  private final Talk talk;
  private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
  private ServerSocket door;
  private Thread doorman;
  private int port;

  /**
   * @param port 0 = any free one, told by {@link #port()} and kept over pulling
   */
  public TcpPlug(String name, int port, Talk talk) {
    this.name = name;
    this.port = port;
    this.talk = talk;
  }

  public synchronized int port() {
    return port;
  }

  @Override
  public synchronized void plugIn() throws IOException {
    if (door != null) {
      return;
    }
    ServerSocket opened = new ServerSocket();
    try {
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      opened.close();
      throw new IOException(
          "Port " + port + " for " + name + " cannot be used: " + taken.getMessage() + ".", taken);
    }
    door = opened;
    port = opened.getLocalPort();
    doorman = Threads.start(name + " door", () -> admit(opened));
  }

  private void admit(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        Socket socket = opened.accept();
        socket.setTcpNoDelay(true);
        lines.add(socket);
        if (opened.isClosed()) {
          release(socket);
        } else {
          Threads.start(name + " line", () -> serve(socket));
        }
      } catch (IOException closed) {
        LOG.log(System.Logger.Level.DEBUG, "{0}: {1}", name, closed.getMessage());
      }
    }
  }

  private void serve(Socket socket) {
    try {
      talk.hold(new SocketLine(socket));
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "{0}: line lost, {1}", name, gone.getMessage());
    } finally {
      release(socket);
    }
  }

  private void release(Socket socket) {
    lines.remove(socket);
    try {
      socket.close();
    } catch (IOException ignored) {
      LOG.log(System.Logger.Level.DEBUG, "{0}: {1}", name, ignored.getMessage());
    }
  }

  @Override
  public synchronized void pull() {
    if (door == null) {
      return;
    }
    try {
      door.close();
    } catch (IOException ignored) {
      LOG.log(System.Logger.Level.DEBUG, "{0}: {1}", name, ignored.getMessage());
    }
    door = null;
    try {
      // The port is free only after the doorman has let go of it.
      doorman.join(DOORMAN_MILLIS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    dropLines();
  }

  @Override
  public void dropLines() {
    lines.forEach(this::release);
  }

  @Override
  public synchronized boolean plugged() {
    return door != null;
  }

  @Override
  public String where() {
    return "tcp 127.0.0.1:" + port();
  }
}
