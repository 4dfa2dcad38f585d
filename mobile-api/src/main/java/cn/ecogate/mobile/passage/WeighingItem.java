package cn.ecogate.mobile.passage;

import cn.ecogate.passage.entity.Weighing;
import java.math.BigDecimal;
import java.time.Instant;

/** A weight that came to rest, in kilograms as the indicator told it. */
public record WeighingItem(
    long id,
    String device,
    Instant weighedAt,
    BigDecimal grossKg,
    BigDecimal tareKg,
    BigDecimal netKg,
    long ledgerSeq) {

  static WeighingItem of(Weighing weighing) {
    return new WeighingItem(
        weighing.getId(),
        weighing.getDeviceId(),
        weighing.getWeighedAt(),
        weighing.getGrossKg(),
        weighing.getTareKg(),
        weighing.getNetKg(),
        weighing.getLedgerSeq());
  }
}
