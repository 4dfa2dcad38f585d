package cn.ecogate.passage.entity;

import java.math.BigDecimal;

/**
 * A load as a person accepts or types it.
 *
 * @param weighing the weighing taken over, null if none
 * @param cargo may be blank
 * @param tonnes null if the weighing says it, or cannot
 */
public record NewLoad(long passageId, Long weighing, String cargo, BigDecimal tonnes) {}
