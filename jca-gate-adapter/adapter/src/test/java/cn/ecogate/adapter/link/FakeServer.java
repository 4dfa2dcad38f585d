package cn.ecogate.adapter.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A device on a port of this machine; what it does with a connection is the test's. */
final class FakeServer implements AutoCloseable {

  /** Serves one connection; returning closes it. */
  interface Manner {
    void serve(Socket socket, int connection) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final Manner manner;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final Semaphore accepted = new Semaphore(0);
  private final AtomicInteger connections = new AtomicInteger();

  FakeServer(Manner manner) throws IOException {
    this(0, manner);
  }

  /** On a port that was free a moment ago, for devices that are switched on later. */
  FakeServer(int port, Manner manner) throws IOException {
    this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    this.manner = manner;
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        accepted.release();
        int number = connections.incrementAndGet();
        daemon(() -> serve(socket, number));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      manner.serve(socket, number);
    } catch (IOException e) {
      // The other side went away; that is what half of these tests are about.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "fake-device");
    thread.setDaemon(true);
    thread.start();
  }

  /** The other side may believe in its connection before it has been accepted here. */
  void awaitConnection() throws InterruptedException {
    if (!accepted.tryAcquire(10, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody connected in 10 s");
    }
  }

  /** Pulls the plug of every connection. */
  void hangUp() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    sockets.clear();
  }

  @Override
  public void close() throws IOException {
    server.close();
    hangUp();
  }
}
