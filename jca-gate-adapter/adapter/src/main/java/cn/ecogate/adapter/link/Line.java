package cn.ecogate.adapter.link;

import java.io.IOException;
import java.time.Duration;

/** An open byte line to devices that answer when asked: a socket or a serial port. */
interface Line extends AutoCloseable {

  void write(byte[] frame) throws IOException;

  /**
   * Reads what is there, waiting for the first byte.
   *
   * @return how many bytes, 0 if none came in time
   * @throws IOException if the line is gone
   */
  int read(byte[] into, int offset, int count, Duration atMost) throws IOException;

  /** Throws away what has arrived unasked; fails if the line is gone. */
  void drain() throws IOException;

  /** How long the line must be silent between two frames; zero where the transport frames. */
  Duration silenceBetweenFrames();

  @Override
  void close();
}
