package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.catalogue.Address;
import java.io.IOException;
import java.time.Duration;

/** An open byte line to devices: a socket or a serial port. */
interface Line extends AutoCloseable {

  /** Opens the line that the address leads to. */
  static Line open(Address address, Timings timings) throws IOException {
    return address.kind() == Address.Kind.SERIAL
        ? SerialLine.open(address)
        : TcpLine.open(address, timings.connect());
  }

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

  /** Fails if the line is gone and only the port itself knows it. */
  default void checkThere() throws IOException {}

  /** How long the line must be silent between two frames; zero where the transport frames. */
  Duration silenceBetweenFrames();

  @Override
  void close();
}
