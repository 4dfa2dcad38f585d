package cn.ecogate.registry.entity;

import cn.ecogate.vocabulary.EmissionStage;
import java.util.Map;

/**
 * An owner with all vehicles that are not retired; those under repair count.
 *
 * @param byStage only the stages it has, worst first
 */
public record Fleet(String name, long vehicles, Map<EmissionStage, Long> byStage) {

  /** The share of that stage, 0 to 1. */
  public double share(EmissionStage stage) {
    return vehicles == 0 ? 0 : (double) byStage.getOrDefault(stage, 0L) / vehicles;
  }

  /** The share of 国五 and better, electric included: what performance grading asks for. */
  public double cleanShare() {
    return share(EmissionStage.CHINA_5)
        + share(EmissionStage.CHINA_6)
        + share(EmissionStage.ELECTRIC);
  }
}
