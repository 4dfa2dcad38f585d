package cn.ecogate.strategy.control;

import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.DailyHours;
import cn.ecogate.strategy.entity.EditionChange;
import cn.ecogate.strategy.entity.EditionChange.Item;
import cn.ecogate.strategy.entity.EditionStory;
import cn.ecogate.strategy.entity.StrategyEdition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each edition of a strategy says otherwise than the one before it. */
public final class EditionStories {

  private EditionStories() {}

  /**
   * @param editions newest first, as they are kept
   */
  public static List<EditionStory> of(List<StrategyEdition> editions) {
    List<EditionStory> stories = new ArrayList<>(editions.size());
    for (int i = 0; i < editions.size(); i++) {
      ControlStrategy now = editions.get(i).strategy();
      List<EditionChange> changes =
          i + 1 < editions.size() ? changes(editions.get(i + 1).strategy(), now) : List.of();
      stories.add(new EditionStory(editions.get(i), StrategySentence.of(now), changes));
    }
    return stories;
  }

  private static List<EditionChange> changes(ControlStrategy before, ControlStrategy after) {
    Map<Item, String> was = items(before);
    List<EditionChange> changes = new ArrayList<>();
    items(after)
        .forEach(
            (item, words) -> {
              if (!words.equals(was.get(item))) {
                changes.add(new EditionChange(item, was.get(item), words));
              }
            });
    return changes;
  }

  private static Map<Item, String> items(ControlStrategy strategy) {
    Map<Item, String> items = new TreeMap<>();
    items.put(Item.NAME, strategy.name());
    items.put(Item.ALERT, strategy.alert().label());
    items.put(Item.RESPONSE, strategy.response().label());
    items.put(Item.FROM, PlantTime.words(strategy.from()));
    items.put(Item.UNTIL, StrategySentence.end(strategy));
    items.put(Item.HOURS, strategy.hours().map(DailyHours::words).orElse("全天"));
    items.put(Item.RULES, StrategySentence.bans(strategy.restrictions()));
    items.put(Item.MEASURE, strategy.measure());
    items.put(Item.SPARED, StrategySentence.exceptions(strategy.spared()));
    return items;
  }
}
