package cn.ecogate.passage.entity;

import cn.ecogate.admission.entity.RuleAnswer;
import java.util.List;

/** A passage, why it was decided so, and what was done. */
public record PassageStory(Passage passage, List<RuleAnswer> answers, List<PassageAct> acts) {

  public PassageStory {
    answers = List.copyOf(answers);
    acts = List.copyOf(acts);
  }
}
