package cn.ecogate.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A line of so many bits a second between a program and a server, or a line that is cut: a TCP
 * proxy with one token bucket for all its connections on the way up. Answers come back at once.
 */
final class ThinLine implements AutoCloseable {

  /** About three packets: connections that share the line take turns often. */
  private static final int CHUNK = 4096;

  /** What waits before the line is the sender's, not hidden in the proxy. */
  private static final int RECEIVE_BUFFER = 64 * 1024;

  private final ServerSocket server;
  private final int target;
  private final AtomicLong carried = new AtomicLong();
  private volatile boolean cut = true;
  private long bitsASecond = 10_000_000;
  private long freeAt = System.nanoTime();

  ThinLine(int target) throws IOException {
    this.target = target;
    server = new ServerSocket();
    server.setReceiveBufferSize(RECEIVE_BUFFER);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  void open(int megabits) {
    synchronized (this) {
      bitsASecond = megabits * 1_000_000L;
    }
    cut = false;
  }

  /** Every connection breaks, and new ones are not taken. */
  void cut() {
    cut = true;
  }

  /** Bytes carried up so far, headers included. */
  long carried() {
    return carried.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        if (cut) {
          near.close();
          continue;
        }
        near.setTcpNoDelay(true);
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        far.setTcpNoDelay(true);
        daemon(() -> carry(near, far, true));
        daemon(() -> carry(far, near, false));
      } catch (IOException ended) {
        // The benchmark is over, or one connection could not be made: the program sees it broken.
        continue;
      }
    }
  }

  private void carry(Socket from, Socket to, boolean up) {
    byte[] chunk = new byte[CHUNK];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(chunk); n >= 0 && !cut; n = in.read(chunk)) {
        if (up) {
          waitFor(n);
          carried.addAndGet(n);
        }
        out.write(chunk, 0, n);
      }
    } catch (IOException broken) {
      // Both ends are closed by now; each side notices by itself.
      return;
    }
  }

  /** Reserves the line for so many bytes and waits until they are through. */
  private void waitFor(int bytes) {
    long through;
    synchronized (this) {
      long begin = Math.max(freeAt, System.nanoTime());
      freeAt = begin + bytes * 8L * TimeUnit.SECONDS.toNanos(1) / bitsASecond;
      through = freeAt;
    }
    for (long left = through - System.nanoTime(); left > 0; left = through - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    cut = true;
    server.close();
  }
}
