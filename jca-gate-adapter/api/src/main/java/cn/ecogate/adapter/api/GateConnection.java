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

  @Override
  void close();
}
