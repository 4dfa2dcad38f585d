package cn.ecogate.strategy.entity;

import java.util.List;

/**
 * An edition with what it changed.
 *
 * @param sentence the edition as one Chinese sentence
 * @param changes against the edition before it; none for the first
 */
public record EditionStory(StrategyEdition edition, String sentence, List<EditionChange> changes) {

  public EditionStory {
    changes = List.copyOf(changes);
  }
}
