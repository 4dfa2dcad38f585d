package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.wire.WeightFrame.Motion;
import cn.ecogate.adapter.wire.WeightFrame.Range;
import cn.ecogate.adapter.wire.WeightFrame.Unit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Toledo continuous output, 17 bytes: STX, status words A, B and C, six digits shown, six of tare,
 * CR; then perhaps one that makes the sum of all of them 0 modulo 128. Whether it is there shows in
 * the byte after CR; once seen, it has to fit. Constant bits of the status words are not looked at:
 * makers differ in them.
 */
public final class ToledoContinuous extends StxFrames<WeightFrame> {

  private static final int LENGTH = 17;
  private static final int CR = 0x0D;

  private static final int NET = 1;
  private static final int NEGATIVE = 1 << 1;
  private static final int OUT_OF_RANGE = 1 << 2;
  private static final int MOTION = 1 << 3;
  private static final int IN_TONNES = 2;

  /** So many frames in a row without the check they used to have: it was switched off. */
  private static final int GIVEN_UP = 3;

  private final Unit unit;
  private boolean checked;
  private int missed;

  /**
   * @param unit what the indicator counts in, unless its frame says tonnes. The bit for pounds is
   *     not believed: copies leave it as it falls, and nobody here weighs in pounds
   */
  public ToledoContinuous(Unit unit) {
    super("托利多连续输出", LENGTH + 1);
    this.unit = unit;
  }

  @Override
  int length(byte[] begun, int have) throws WireException {
    if (have < LENGTH) {
      return MORE;
    }
    if (begun[LENGTH - 1] != CR) {
      throw new WireException("托利多帧没有以 0D 结束");
    }
    if (have == LENGTH) {
      return MORE; // Whether a check follows shows in the next byte.
    }
    boolean nextBegins = begun[LENGTH] == STX;
    if (sum(begun, LENGTH + 1) == 0 && (checked || !nextBegins)) {
      checked = true;
      missed = 0;
      return LENGTH + 1;
    }
    if (nextBegins && (!checked || ++missed >= GIVEN_UP)) {
      checked = false;
      missed = 0;
      return LENGTH;
    }
    throw new WireException("托利多帧的校验不对，请检查接线、波特率和干扰");
  }

  private static int sum(byte[] bytes, int count) {
    int sum = 0;
    for (int at = 0; at < count; at++) {
      sum += bytes[at];
    }
    return sum & 0x7F;
  }

  @Override
  WeightFrame read(byte[] whole) throws WireException {
    int a = whole[1];
    int b = whole[2];
    if ((b & OUT_OF_RANGE) != 0) {
      return WeightFrame.without(Range.OUT_OF_RANGE);
    }
    Unit counted = (whole[3] & 7) == IN_TONNES ? Unit.TONNES : unit;
    // 2 = XXXXXX, 3 = XXXXX.X; 1 = XXXXXX0
    int decimals = (a & 7) - 2;
    BigDecimal size = counted.kilograms(number(whole, 4).movePointLeft(decimals));
    BigDecimal shown = (b & NEGATIVE) != 0 ? size.negate() : size;
    BigDecimal tare = counted.kilograms(number(whole, 10).movePointLeft(decimals));
    Motion motion = (b & MOTION) != 0 ? Motion.MOVING : Motion.RESTING;
    if ((b & NET) != 0) {
      return WeightFrame.ofNet(shown, tare, motion);
    }
    WeightFrame gross = WeightFrame.ofGross(shown, motion);
    return tare.signum() == 0
        ? gross
        : new WeightFrame(
            gross.gross(), Optional.of(tare), Optional.empty(), motion, gross.range());
  }

  private static BigDecimal number(byte[] whole, int from) throws WireException {
    String text = new String(whole, from, 6, StandardCharsets.US_ASCII);
    if (!text.matches(" *[0-9]* *")) {
      throw new WireException("托利多帧的内容不是重量：" + text);
    }
    return new BigDecimal("0" + text.strip());
  }
}
