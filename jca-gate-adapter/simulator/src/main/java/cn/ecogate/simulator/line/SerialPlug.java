package cn.ecogate.simulator.line;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;

/** A plug on a serial device, 8N1; one line at a time by nature. */
public final class SerialPlug implements Plug {

  private static final System.Logger LOG = System.getLogger(SerialPlug.class.getName());

  private final String device;
  private final int baud;
  private final String name;
  private final Talk talk;
  private SerialPort port;

  public SerialPlug(String name, String device, int baud, Talk talk) {
    this.name = name;
    this.device = device;
    this.baud = baud;
    this.talk = talk;
  }

  @Override
  public synchronized void plugIn() throws IOException {
    if (port != null) {
      return;
    }
    SerialPort opened;
    try {
      opened = SerialPort.getCommPort(device);
    } catch (SerialPortInvalidPortException unknown) {
      throw new IOException("Serial device " + device + " for " + name + " is not there.", unknown);
    }
    opened.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    if (!opened.openPort()) {
      throw new IOException(
          "Serial device "
              + device
              + " for "
              + name
              + " cannot be opened (error "
              + opened.getLastErrorCode()
              + "): not there, not allowed, or in use.");
    }
    port = opened;
    Threads.start(name + " line", () -> serve(opened));
  }

  private void serve(SerialPort opened) {
    try {
      talk.hold(new PortLine(opened));
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.WARNING, "{0}: {1} is lost, {2}", name, device, gone.toString());
    } finally {
      opened.closePort();
    }
  }

  @Override
  public synchronized void pull() {
    if (port != null) {
      port.closePort();
      port = null;
    }
  }

  @Override
  public void dropLines() {
    // A serial line has no caller who could be sent away.
  }

  @Override
  public synchronized boolean plugged() {
    return port != null;
  }

  @Override
  public String where() {
    return "serial " + device + " at " + baud + " baud";
  }

  private static final class PortLine implements Line {

    private final SerialPort port;

    PortLine(SerialPort port) {
      this.port = port;
    }

    @Override
    public int read(byte[] into, int waitMillis) {
      if (!port.isOpen()) {
        return -1;
      }
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, Math.max(1, waitMillis), 0);
      return port.readBytes(into, into.length);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      if (port.writeBytes(bytes, bytes.length) != bytes.length) {
        throw new IOException("the device took fewer bytes than were sent");
      }
    }

    @Override
    public void hangUp() {
      // Two wires have nobody who hangs up.
    }
  }
}
