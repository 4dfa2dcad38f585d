package cn.ecogate.passage.control;

import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.NewLoad;
import cn.ecogate.passage.entity.Weighing;
import cn.ecogate.vocabulary.Rejected;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads what a person says about a load, or says at which field it cannot be so. */
public final class LoadEntry {

  /** The in/out record's cargo name has at most 32 places (HJ 1321-2023, table C.3). */
  static final int LONGEST_CARGO = 32;

  /** More than any vehicle on a road or in a plant carries. */
  static final BigDecimal MOST_TONNES = BigDecimal.valueOf(500);

  private static final int DECIMALS = 3;

  private LoadEntry() {}

  /** The name, null if none was given. */
  public static String cargo(NewLoad wanted) {
    String name = wanted.cargo() == null ? "" : wanted.cargo().strip();
    if (name.length() > LONGEST_CARGO) {
      throw new Rejected(
          "cargo-long", "cargo", "货物名称最多 " + LONGEST_CARGO + " 个字，现为 " + name.length() + " 个，请缩短");
    }
    return name.isEmpty() ? null : name;
  }

  /** The amount: as typed, else the weighing's net; null if the weighing has only gross. */
  public static BigDecimal tonnes(NewLoad wanted, Optional<Weighing> weighing) {
    BigDecimal typed = wanted.tonnes();
    if (typed == null) {
      return weighing
          .map(taken -> Load.tonnes(taken.getNetKg()))
          .orElseGet(
              () -> {
                if (weighing.isEmpty()) {
                  throw new Rejected("tonnes-missing", "tonnes", "请填写运输量（吨），空车填 0");
                }
                return null;
              });
    }
    if (typed.stripTrailingZeros().scale() > DECIMALS) {
      throw new Rejected("tonnes-shape", "tonnes", "运输量以吨计，最多三位小数（到千克）");
    }
    if (typed.signum() < 0 || typed.compareTo(MOST_TONNES) > 0) {
      throw new Rejected("tonnes-range", "tonnes", "运输量应在 0 到 " + MOST_TONNES + " 吨之间，请核对是否误填为千克");
    }
    weighing
        .map(taken -> Load.tonnes(taken.getGrossKg()))
        .filter(gross -> typed.compareTo(gross) > 0)
        .ifPresent(
            gross -> {
              throw new Rejected(
                  "tonnes-over-gross",
                  "tonnes",
                  "运输量 " + typed.toPlainString() + " 吨大于称得的毛重 " + gross.toPlainString() + " 吨，请核对");
            });
    return typed.setScale(DECIMALS);
  }
}
