package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.wire.WeightFrame.Motion;
import cn.ecogate.adapter.wire.WeightFrame.Range;
import cn.ecogate.adapter.wire.WeightFrame.Unit;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines like {@code ST,GS,+0012450kg}: ST resting, US moving, OL overload, UL below range; GS
 * gross, NT net, TR tare. A station number may stand before, a comma or blanks before the unit, and
 * the unit may be missing.
 */
public final class StGs implements FrameReader<WeightFrame> {

  /** The longest variant has some 30. */
  private static final int LONGEST = 64;

  private static final Pattern SHAPE =
      Pattern.compile(
          "[0-9]{0,3}(ST|US|OL|UL|TL)\\s*,\\s*(GS|NT|TR)\\s*,\\s*([+-]?)([^a-zA-Z,]*),?\\s*([a-zA-Z]*)");

  private static final Map<String, Unit> UNITS =
      Map.of("kg", Unit.KILOGRAMS, "t", Unit.TONNES, "g", Unit.GRAMS);

  private final Unit unit;
  private final TextLines lines = TextLines.ofSevenBits(LONGEST);
  private boolean begun;

  /**
   * @param unit what the indicator counts in if its line does not say
   */
  public StGs(Unit unit) {
    this.unit = unit;
  }

  @Override
  public void feed(byte[] bytes, int offset, int count, Found<WeightFrame> found) {
    lines.feed(
        bytes,
        offset,
        count,
        new Found<>() {
          @Override
          public void frame(String line, byte[] raw) {
            take(line, raw, found);
          }

          @Override
          public void misunderstood(WireException why) {
            found.misunderstood(why);
          }
        });
  }

  private void take(String line, byte[] raw, Found<WeightFrame> found) {
    // Whoever begins to listen in the middle of a line hears its rest first: no complaint.
    boolean first = !begun;
    begun = true;
    try {
      Matcher told = SHAPE.matcher(line);
      if (!told.matches()) {
        throw new WireException("不是 ST,GS 格式的行：" + line, raw);
      }
      if (!told.group(2).equals("TR")) {
        found.frame(frame(told, raw), raw);
      }
    } catch (WireException bad) {
      if (!first) {
        found.misunderstood(bad);
      }
    }
  }

  private WeightFrame frame(Matcher told, byte[] raw) throws WireException {
    String state = told.group(1);
    if (state.equals("OL")) {
      return WeightFrame.without(Range.OVERLOAD);
    }
    if (state.equals("UL")) {
      return WeightFrame.without(Range.NEGATIVE);
    }
    if (state.equals("TL")) {
      return WeightFrame.without(Range.OUT_OF_RANGE);
    }
    String digits = told.group(4).replace(" ", "");
    Unit counted =
        told.group(5).isEmpty()
            ? unit
            : UNITS.get(told.group(5).toLowerCase(java.util.Locale.ROOT));
    if (counted == null) {
      throw new WireException("单位“" + told.group(5) + "”不能用，请把仪表设为 kg 或 t", raw);
    }
    if (!digits.matches("[0-9]{1,9}(\\.[0-9]{0,5})?")) {
      throw new WireException("不是重量：“" + told.group(4) + "”", raw);
    }
    BigDecimal size = counted.kilograms(new BigDecimal(digits));
    BigDecimal shown = told.group(3).equals("-") ? size.negate() : size;
    Motion motion = state.equals("ST") ? Motion.RESTING : Motion.MOVING;
    return told.group(2).equals("NT")
        ? WeightFrame.ofNet(shown, motion)
        : WeightFrame.ofGross(shown, motion);
  }
}
