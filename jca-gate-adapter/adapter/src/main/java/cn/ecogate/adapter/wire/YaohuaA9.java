package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.wire.WeightFrame.Motion;
import cn.ecogate.adapter.wire.WeightFrame.Unit;
import java.math.BigDecimal;

/**
 * Yaohua XK3190-A9 and DS3, continuous output, 12 bytes: STX, sign, six digits, decimal places, XOR
 * of all these but STX as two hexadecimal digits, ETX. It does not say whether the weight rests,
 * nor whether a tare is set.
 */
public final class YaohuaA9 extends StxFrames<WeightFrame> {

  private static final int LENGTH = 12;
  private static final int ETX = 0x03;

  private final Unit unit;

  /**
   * @param unit what the indicator counts in: its frame does not say
   */
  public YaohuaA9(Unit unit) {
    super(" A9 ", LENGTH);
    this.unit = unit;
  }

  @Override
  int length(byte[] begun, int have) {
    return have < LENGTH ? MORE : LENGTH;
  }

  @Override
  WeightFrame read(byte[] whole) throws WireException {
    if (whole[11] != ETX) {
      throw new WireException("A9 帧没有以 03 结束");
    }
    if (nibble(whole[9]) << 4 != (check(whole) & 0xF0)
        || nibble(whole[10]) != (check(whole) & 0xF)) {
      throw new WireException("A9 帧的校验不对，请检查接线、波特率和干扰");
    }
    String text = new String(whole, 1, 8, java.nio.charset.StandardCharsets.US_ASCII);
    if (!text.matches("[+-][0-9 ]{6}[0-5]")) {
      throw new WireException("A9 帧的内容不是重量：" + text);
    }
    String digits = text.substring(1, 7).replace(' ', '0');
    BigDecimal shown = new BigDecimal(digits).movePointLeft(text.charAt(7) - '0');
    BigDecimal signed = text.charAt(0) == '-' ? shown.negate() : shown;
    return WeightFrame.ofGross(unit.kilograms(signed), Motion.UNTOLD);
  }

  private static int check(byte[] whole) {
    int check = 0;
    for (int at = 1; at <= 8; at++) {
      check ^= whole[at];
    }
    return check;
  }

  /** 0-9 and A-F; some indicators count on after 9 in ASCII instead: 3A to 3F. */
  private static int nibble(byte digit) {
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : digit - '0';
  }
}
