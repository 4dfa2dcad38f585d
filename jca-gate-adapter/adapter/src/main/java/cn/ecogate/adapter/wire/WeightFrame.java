package cn.ecogate.adapter.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a weighbridge's indicator said in one frame, in kilograms, whatever its brand.
 *
 * @param gross with vehicle and load; empty if not told
 * @param tare what the indicator takes off; empty if not told or none
 * @param net gross less tare; empty unless the indicator shows it
 */
public record WeightFrame(
    Optional<BigDecimal> gross,
    Optional<BigDecimal> tare,
    Optional<BigDecimal> net,
    Motion motion,
    Range range) {

  /** Whether the indicator itself says that the weight rests. */
  public enum Motion {
    RESTING,
    MOVING,
    UNTOLD
  }

  /** Whether the weight can be believed. */
  public enum Range {
    FINE,
    /** Below zero without a load. */
    NEGATIVE,
    /** Beyond what the weighbridge can weigh. */
    OVERLOAD,
    /** The indicator cannot weigh, and does not say in which direction. */
    OUT_OF_RANGE
  }

  /** What an indicator counts in. */
  public enum Unit {
    KILOGRAMS(0),
    TONNES(3),
    GRAMS(-3);

    private final int shift;

    Unit(int shift) {
      this.shift = shift;
    }

    /** So many kilograms, to the gram. */
    public BigDecimal kilograms(BigDecimal count) {
      BigDecimal exact = count.movePointRight(shift).stripTrailingZeros();
      return exact.setScale(Math.min(3, Math.max(0, exact.scale())), RoundingMode.HALF_UP);
    }
  }

  /** A weight without tare. */
  static WeightFrame ofGross(BigDecimal gross, Motion motion) {
    return new WeightFrame(
        Optional.of(gross),
        Optional.empty(),
        Optional.empty(),
        motion,
        gross.signum() < 0 ? Range.NEGATIVE : Range.FINE);
  }

  /** A weight less an unknown tare. */
  static WeightFrame ofNet(BigDecimal net, Motion motion) {
    return new WeightFrame(
        Optional.empty(), Optional.empty(), Optional.of(net), motion, Range.FINE);
  }

  /** A weight less a known tare. */
  static WeightFrame ofNet(BigDecimal net, BigDecimal tare, Motion motion) {
    BigDecimal gross = net.add(tare);
    return new WeightFrame(
        Optional.of(gross),
        Optional.of(tare),
        Optional.of(net),
        motion,
        gross.signum() < 0 ? Range.NEGATIVE : Range.FINE);
  }

  /** No weight at all. */
  static WeightFrame without(Range range) {
    return new WeightFrame(
        Optional.empty(), Optional.empty(), Optional.empty(), Motion.UNTOLD, range);
  }

  /** What the indicator shows; empty if it cannot weigh. */
  public Optional<BigDecimal> shown() {
    return net.isPresent() ? net : gross;
  }

  /** What presses on the weighbridge, as well as it is known. */
  public Optional<BigDecimal> load() {
    return gross.isPresent() ? gross : net;
  }
}
