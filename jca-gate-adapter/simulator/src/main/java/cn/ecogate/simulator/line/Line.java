package cn.ecogate.simulator.line;

import java.io.IOException;

/** One two-way line of bytes to somebody, whatever carries it. */
public interface Line {

  /**
   * Waits for bytes at most that long.
   *
   * @return how many came; 0 = nobody spoke; -1 = the line has ended
   */
  int read(byte[] into, int waitMillis) throws IOException;

  void write(byte[] bytes) throws IOException;

  /** Ends the line from this side; a wire that nobody can hang up stays as it is. */
  default void hangUp() throws IOException {
    throw new IOException("hung up on command");
  }
}
