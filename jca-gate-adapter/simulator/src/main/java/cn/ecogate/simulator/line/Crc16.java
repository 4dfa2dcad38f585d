package cn.ecogate.simulator.line;

/** CRC-16/MODBUS, which the relay board and the display board share; sent low byte first. */
public final class Crc16 {

  private Crc16() {}

  public static int of(byte[] bytes, int length) {
    int crc = 0xFFFF;
    for (int i = 0; i < length; i++) {
      crc ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001;
      }
    }
    return crc;
  }

  /** The same bytes with their check behind them. */
  public static byte[] sealed(byte... body) {
    byte[] frame = java.util.Arrays.copyOf(body, body.length + 2);
    int crc = of(body, body.length);
    frame[body.length] = (byte) crc;
    frame[body.length + 1] = (byte) (crc >> 8);
    return frame;
  }

  /** Whether the last two bytes are the check of those before them. */
  public static boolean holds(byte[] frame) {
    int crc = of(frame, frame.length - 2);
    return frame[frame.length - 2] == (byte) crc && frame[frame.length - 1] == (byte) (crc >> 8);
  }
}
