package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.catalogue.Address;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A serial port, 8N1, held alone. A new one is made at each reconnect: the path may lead elsewhere
 * by then.
 */
final class SerialLine implements Line {

  // Without this the third class loader in one JVM cannot load the native library (redeployments).
  private static final String RANDOM_NATIVE_NAME = "jSerialComm.library.randomizeNativeName";

  /** Modbus: 3.5 characters, and never less than 1.75 ms. */
  private static final double SILENT_CHARACTERS = 3.5;

  private static final int BITS_PER_CHARACTER = 10;

  private final SerialPort port;
  private final Duration silence;

  private SerialLine(SerialPort port, int baud) {
    this.port = port;
    long nanos = (long) (SILENT_CHARACTERS * BITS_PER_CHARACTER * 1e9 / baud);
    this.silence = Duration.ofNanos(Math.max(1_750_000, nanos));
  }

  static SerialLine open(Address address) throws IOException {
    if (System.getProperty(RANDOM_NATIVE_NAME) == null) {
      System.setProperty(RANDOM_NATIVE_NAME, "true");
    }
    Path device = Path.of(address.path());
    if (!Files.exists(device)) {
      throw new IOException("串口 " + address.path() + " 不存在，请检查 USB 转换器是否插好");
    }
    try {
      SerialPort port = SerialPort.getCommPort(device.toRealPath().toString());
      port.setComPortParameters(address.baud(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 1, 0);
      if (!port.openPort(0)) {
        throw new IOException(
            "串口 "
                + address.path()
                + " 打不开（错误码 "
                + port.getLastErrorCode()
                + "），请检查是否被其他程序占用、运行用户是否有权限");
      }
      return new SerialLine(port, address.baud());
    } catch (SerialPortInvalidPortException e) {
      throw new IOException("串口 " + address.path() + " 不是串口设备", e);
    }
  }

  @Override
  public void write(byte[] frame) throws IOException {
    // After an unplug the port still says it is open, and writes nothing.
    if (port.writeBytes(frame, frame.length) != frame.length) {
      throw new IOException("串口写不出去，转换器可能已被拔出");
    }
  }

  @Override
  public int read(byte[] into, int offset, int count, Duration atMost) throws IOException {
    port.setComPortTimeouts(
        SerialPort.TIMEOUT_READ_SEMI_BLOCKING, (int) Math.max(1, atMost.toMillis()), 0);
    int got = port.readBytes(into, count, offset);
    if (got < 0) {
      throw new IOException("串口读不到，转换器可能已被拔出");
    }
    return got;
  }

  @Override
  public void drain() throws IOException {
    checkThere();
    int waiting = port.bytesAvailable();
    while (waiting > 0) {
      byte[] rubbish = new byte[Math.min(waiting, 4096)];
      if (port.readBytes(rubbish, rubbish.length) <= 0) {
        return;
      }
      waiting = port.bytesAvailable();
    }
  }

  @Override
  public void checkThere() throws IOException {
    if (port.bytesAvailable() < 0) {
      throw new IOException("串口已失效，转换器可能已被拔出");
    }
  }

  @Override
  public Duration silenceBetweenFrames() {
    return silence;
  }

  @Override
  public void close() {
    port.closePort();
  }
}
