package cn.ecogate.passage.entity;

import cn.ecogate.admission.entity.RuleAnswer;
import java.util.List;

/**
 * A passage as it holds now, why it was decided so, what was done, and how its record was
 * corrected.
 *
 * @param corrections oldest first
 */
public record PassageStory(
    Passage passage, List<RuleAnswer> answers, List<PassageAct> acts, List<Corrected> corrections) {

  public PassageStory {
    answers = List.copyOf(answers);
    acts = List.copyOf(acts);
    corrections = List.copyOf(corrections);
  }

  /** As it was recorded, before any correction. */
  public PassageItems recorded() {
    return corrections.isEmpty() ? PassageItems.of(passage) : corrections.get(0).was();
  }

  /**
   * A correction and what held before it.
   *
   * @param was as it was recorded, or as the correction before had it
   */
  public record Corrected(Correction correction, PassageItems was) {}
}
