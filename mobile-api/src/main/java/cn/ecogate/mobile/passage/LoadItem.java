package cn.ecogate.mobile.passage;

import cn.ecogate.mobile.Word;
import cn.ecogate.passage.entity.Load;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a vehicle carried; weights in kilograms as the indicator told them, the amount in tonnes.
 *
 * @param weighing the weighing it was taken from, left out if typed
 * @param place 1 is the first, more are corrections
 * @param oddities what is odd but allowed, as sentences
 */
public record LoadItem(
    String cargo,
    BigDecimal tonnes,
    BigDecimal grossKg,
    BigDecimal tareKg,
    BigDecimal netKg,
    Long weighing,
    Word source,
    String enteredBy,
    Instant recordedAt,
    int place,
    long ledgerSeq,
    List<String> oddities) {

  static LoadItem of(Load load, List<String> oddities) {
    return new LoadItem(
        load.getCargo(),
        load.getTonnes(),
        load.getGrossKg(),
        load.getTareKg(),
        load.getNetKg(),
        load.getWeighingId(),
        Word.of(load.getSource(), load.getSource().label()),
        load.getEnteredBy(),
        load.getRecordedAt(),
        load.getPlace(),
        load.getLedgerSeq(),
        oddities);
  }
}
