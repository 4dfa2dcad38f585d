package cn.ecogate.mobile.strategy;

import cn.ecogate.mobile.Word;
import cn.ecogate.strategy.entity.EditionStory;
import java.time.Instant;
import java.util.List;

/** One edition of a strategy: who made it, why, what it said and what it changed. */
public record StrategyEditionItem(
    int edition,
    Word act,
    String who,
    String why,
    Instant at,
    String sentence,
    List<ChangeItem> changes) {

  /** One item that was changed, in words. */
  public record ChangeItem(Word item, String before, String after) {}

  static StrategyEditionItem of(EditionStory story) {
    return new StrategyEditionItem(
        story.edition().strategy().edition(),
        Word.of(story.edition().act(), story.edition().act().label()),
        story.edition().who(),
        story.edition().why(),
        story.edition().at(),
        story.sentence(),
        story.changes().stream()
            .map(
                change ->
                    new ChangeItem(
                        Word.of(change.item(), change.item().label()),
                        change.before(),
                        change.after()))
            .toList());
  }
}
