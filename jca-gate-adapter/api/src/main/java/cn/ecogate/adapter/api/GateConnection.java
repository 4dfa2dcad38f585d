package cn.ecogate.adapter.api;

/** A lease on one device's link. Closing it gives the lease back; the link stays. */
public interface GateConnection extends AutoCloseable {

  /**
   * Carries out a command and waits for the device's confirmation, at most its driver's time-out.
   *
   * @throws GateException if the device is not reached, does not confirm, or does not know the
   *     command
   */
  void send(GateCommand command) throws GateException;

  /**
   * Asks a camera what it sees now: a JPEG, byte for byte as it came. A device that hangs on a
   * camera's own terminals asks that camera.
   *
   * @throws GateException if the device has no eyes, cannot be asked, or does not answer in time
   */
  byte[] snapshot() throws GateException;

  @Override
  void close();
}
