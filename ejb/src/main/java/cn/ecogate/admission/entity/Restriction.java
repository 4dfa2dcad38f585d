package cn.ecogate.admission.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import java.util.Set;

/**
 * One thing a strategy in force forbids: vehicles of these fuels at or below this stage.
 *
 * @param strategy the strategy's name, for the sentence on the display
 * @param heavyOnly true if only heavy goods vehicles (H1x, Q1x, Z5x) are meant
 * @param fuels the fuels meant; empty = every fuel
 * @param worst the best stage still refused: CHINA_4 refuses 国四 and below. {@link
 *     EmissionStage#ELECTRIC} refuses every vehicle (road transport stopped)
 */
public record Restriction(
    String strategy, boolean heavyOnly, Set<FuelType> fuels, EmissionStage worst) {

  public Restriction {
    fuels = Set.copyOf(fuels);
  }
}
