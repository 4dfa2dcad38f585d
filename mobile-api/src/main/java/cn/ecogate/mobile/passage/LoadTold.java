package cn.ecogate.mobile.passage;

import cn.ecogate.passage.entity.NewLoad;
import java.math.BigDecimal;

/**
 * A load as a handheld sends it.
 *
 * @param weighing id of the weighing taken over, left out if none
 * @param tonnes may be left out if the weighing has a net weight
 */
public record LoadTold(Long weighing, String cargo, BigDecimal tonnes) {

  NewLoad load(long passageId) {
    return new NewLoad(passageId, weighing, cargo, tonnes);
  }
}
