package cn.ecogate.mobile.strategy;

import cn.ecogate.mobile.Word;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.Origin;
import cn.ecogate.strategy.entity.StrategyCard;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/**
 * A strategy as it stands now.
 *
 * @param sentence all of it as one Chinese sentence
 * @param platform the id of the platform that ordered it, null if it was set here
 * @param needsPerson ordered in words; nobody has made rules of them yet
 * @param editions newest first; null in a list
 */
public record StrategyItem(
    long id,
    int edition,
    String name,
    Word state,
    Word alert,
    Word response,
    Instant from,
    Instant until,
    String dailyFrom,
    String dailyUntil,
    String measure,
    List<RuleItem> rules,
    List<String> sparedPlates,
    List<String> sparedFleets,
    String sparedWhy,
    String platform,
    String platformNumber,
    boolean needsPerson,
    String sentence,
    String setBy,
    String changedBy,
    Instant changedAt,
    List<StrategyEditionItem> editions) {

  static StrategyItem of(StrategyCard card, String sentence, List<StrategyEditionItem> editions) {
    ControlStrategy strategy = card.strategy();
    return new StrategyItem(
        strategy.id(),
        strategy.edition(),
        strategy.name(),
        Word.of(card.state(), card.state().label()),
        Word.of(strategy.alert()),
        Word.of(strategy.response()),
        strategy.from(),
        strategy.until().orElse(null),
        strategy.hours().map(hours -> hours.from()).map(LocalTime::toString).orElse(null),
        strategy.hours().map(hours -> hours.until()).map(LocalTime::toString).orElse(null),
        strategy.measure(),
        strategy.restrictions().stream().map(RuleItem::of).toList(),
        strategy.spared().plates().stream().sorted().toList(),
        strategy.spared().fleets().stream().sorted().toList(),
        strategy.spared().nobody() ? null : strategy.spared().why(),
        strategy.origin().map(Origin::platform).orElse(null),
        strategy.origin().map(Origin::number).orElse(null),
        strategy.needsPerson(),
        sentence,
        card.setBy(),
        card.changedBy(),
        card.changedAt(),
        editions);
  }
}
