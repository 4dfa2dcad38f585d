package cn.ecogate.strategy.control;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.Rejected;

/** Whether a strategy or an entry of the exceeding list can be kept as it was given. */
public final class StrategyCheck {

  private StrategyCheck() {}

  /** {@link Rejected} names what is wrong with the strategy. */
  public static void check(ControlStrategy strategy) {
    text(strategy.name(), 100, "name", "策略名称");
    text(strategy.measure(), 500, "measure", "管控措施");
    strategy
        .until()
        .filter(until -> !until.isAfter(strategy.from()))
        .ifPresent(
            until -> {
              throw new Rejected("ends-before-start", "until", "管控策略的结束时间应晚于开始时间，请改正。");
            });
    if (strategy.alert() != AlertLevel.NONE && strategy.until().isEmpty()) {
      throw new Rejected(
          "end-missing",
          "until",
          strategy.alert().label() + "期间的管控策略须写明结束时间，到时自动恢复日常管控；预警延长时再新增一条。");
    }
  }

  /** {@link Rejected} names what is wrong with the entry. */
  public static void check(Listing listing) {
    text(listing.source(), 50, "source", "名单来源");
    text(listing.reason(), 200, "reason", "超标原因");
    if (listing.issued() == null) {
      throw new Rejected("item-missing", "issued", "请填写列入名单的日期。");
    }
  }

  private static void text(String text, int most, String field, String item) {
    if (text == null || text.isBlank()) {
      throw new Rejected("item-missing", field, "请填写" + item + "。");
    }
    if (text.length() > most) {
      throw new Rejected(
          "too-long", field, item + "最多 " + most + " 个字符，现有 " + text.length() + " 个，请缩短。");
    }
  }
}
