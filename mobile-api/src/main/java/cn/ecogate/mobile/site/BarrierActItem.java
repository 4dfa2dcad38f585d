package cn.ecogate.mobile.site;

import cn.ecogate.mobile.Word;
import cn.ecogate.passage.entity.BarrierRecord;
import java.time.Instant;

/** What a person told a barrier, where it is recorded, and what the barrier answered. */
public record BarrierActItem(
    long id,
    String lane,
    Word act,
    Instant at,
    String by,
    String reason,
    String outcome,
    String answer,
    long ledgerSeq) {

  static BarrierActItem of(BarrierRecord record) {
    return new BarrierActItem(
        record.getId(),
        record.getLaneId(),
        Word.of(record.getKind(), record.getKind().label()),
        record.getAt(),
        record.getBy(),
        record.getReason(),
        record.getOutcome().name(),
        record.getAnswer(),
        record.getLedgerSeq());
  }
}
