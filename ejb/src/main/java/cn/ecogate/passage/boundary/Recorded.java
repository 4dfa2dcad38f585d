package cn.ecogate.passage.boundary;

import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.passage.entity.Passage;

/** A passage that has just been committed, with the decision that is to be carried out. */
public record Recorded(Passage passage, Decision decision) {

  public Verdict verdict() {
    return decision.verdict();
  }
}
