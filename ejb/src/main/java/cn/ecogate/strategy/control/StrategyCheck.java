package cn.ecogate.strategy.control;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.Rejected;

/** Whether a strategy or an entry of the exceeding list can be kept as it was given. */
public final class StrategyCheck {

  private static final int MOST_NAMES = 2000;

  /** A board, a guard and a driver have to understand them. */
  private static final int MOST_RULES = 30;

  private StrategyCheck() {}

  /** {@link Rejected} names what is wrong with the strategy. */
  public static void check(ControlStrategy strategy) {
    text(strategy.name(), 100, "name", "策略名称");
    text(strategy.measure(), 2000, "measure", "管控措施");
    strategy
        .until()
        .filter(until -> !until.isAfter(strategy.from()))
        .ifPresent(
            until -> {
              throw new Rejected("ends-before-start", "until", "管控策略的结束时间应晚于开始时间，请改正。");
            });
    if (strategy.alert() != AlertLevel.NONE
        && strategy.until().isEmpty()
        && strategy.origin().isEmpty()) {
      throw new Rejected(
          "end-missing",
          "until",
          strategy.alert().label() + "期间的管控策略须写明结束时间，到时自动恢复日常管控；预警延长时再新增一条。");
    }
    strategy
        .hours()
        .filter(hours -> hours.from().equals(hours.until()))
        .ifPresent(
            hours -> {
              throw new Rejected("hours-empty", "hours", "每日的起止时刻不能相同；全天生效请留空。");
            });
    if (strategy.restrictions().size() > MOST_RULES) {
      throw new Rejected("too-many", "rules", "一条策略最多 " + MOST_RULES + " 条规则，请合并或分成几条策略。");
    }
    spared(strategy);
  }

  /** {@link Rejected} names what is wrong with the entry. */
  public static void check(Listing listing) {
    text(listing.source(), 50, "source", "名单来源");
    text(listing.reason(), 200, "reason", "超标原因");
    if (listing.issued() == null) {
      throw new Rejected("item-missing", "issued", "请填写列入名单的日期。");
    }
  }

  /** Why a vehicle is listed; {@link Rejected} names the field. */
  public static String listingReason(String typed) {
    text(typed, 200, "reason", "超标原因");
    return typed.strip();
  }

  /** A reason somebody has to give; {@link Rejected} names the field. */
  public static String reason(String typed, String item) {
    text(typed, 200, "why", item);
    return typed.strip();
  }

  private static void spared(ControlStrategy strategy) {
    if (strategy.spared().plates().size() + strategy.spared().fleets().size() > MOST_NAMES) {
      throw new Rejected("too-many", "sparedPlates", "例外车辆和车队合计最多 " + MOST_NAMES + " 个，请缩减。");
    }
    if (!strategy.spared().nobody()) {
      text(strategy.spared().why(), 100, "sparedWhy", "例外原因（例如 民生保障）");
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
