package cn.ecogate.simulator.scale;

import cn.ecogate.simulator.scale.Weighbridge.Weight;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How an indicator says a weight, each brand in its own bytes. */
public enum Indicator {
  /** Yaohua XK3190-A9/DS3: twelve bytes, no word about motion. */
  YAOHUA_A9("yaohua-a9") {
    @Override
    byte[] frame(Weight weight) {
      byte[] frame = new byte[12];
      frame[0] = STX;
      frame[1] = (byte) (weight.kilograms() < 0 ? '-' : '+');
      digits(Math.abs(weight.kilograms()), frame, 2);
      frame[8] = '0';
      int check = 0;
      for (int i = 1; i <= 8; i++) {
        check ^= frame[i];
      }
      frame[9] = nibble(check >> 4);
      frame[10] = nibble(check & 0xF);
      frame[11] = 3;
      return frame;
    }
  },
  /** Toledo continuous: status words, weight, tare, carriage return, checksum. */
  TOLEDO("toledo-continuous") {
    @Override
    byte[] frame(Weight weight) {
      byte[] frame = new byte[18];
      frame[0] = STX;
      frame[1] = 0x2A;
      frame[2] =
          (byte)
              (0x30
                  | (weight.kilograms() < 0 ? 0x02 : 0)
                  | (weight.overloaded() ? 0x04 : 0)
                  | (weight.moving() ? 0x08 : 0));
      frame[3] = 0x20;
      digits(Math.abs(weight.kilograms()), frame, 4);
      digits(0, frame, 10);
      frame[16] = 0x0D;
      int sum = 0;
      for (int i = 0; i < 17; i++) {
        sum += frame[i];
      }
      frame[17] = (byte) (-sum & 0x7F);
      return frame;
    }
  },
  /** The many that say ST,GS in plain text. */
  ST_GS("st-gs") {
    @Override
    byte[] frame(Weight weight) {
      String state = weight.overloaded() ? "OL" : weight.moving() ? "US" : "ST";
      return String.format(
              Locale.ROOT,
              "%s,GS,%s%07dkg\r\n",
              state,
              weight.kilograms() < 0 ? "-" : "+",
              Math.abs(weight.kilograms()))
          .getBytes(StandardCharsets.US_ASCII);
    }
  };

  private static final byte STX = 2;

  private final String driver;

  Indicator(String driver) {
    this.driver = driver;
  }

  /** What a site file calls it. */
  public String driver() {
    return driver;
  }

  abstract byte[] frame(Weight weight);

  private static void digits(int value, byte[] frame, int at) {
    byte[] text = String.format(Locale.ROOT, "%06d", value).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, frame, at, text.length);
  }

  private static byte nibble(int value) {
    return (byte) (value < 10 ? '0' + value : 'A' + value - 10);
  }
}
