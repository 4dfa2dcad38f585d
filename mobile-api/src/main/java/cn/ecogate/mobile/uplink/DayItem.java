package cn.ecogate.mobile.uplink;

import cn.ecogate.mobile.Word;
import cn.ecogate.uplink.entity.DayReport;
import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.uplink.entity.Tally;
import java.time.LocalDate;
import java.util.List;

/** A platform's day: sums, their parts by gate and kind, and what happened in words. */
public record DayItem(
    String platform, LocalDate day, TallyItem sum, List<TallyItem> parts, List<String> story) {

  static DayItem of(DayReport report) {
    return new DayItem(
        report.platformId(),
        report.day(),
        TallyItem.of(report.sum()),
        report.parts().stream().map(TallyItem::of).toList(),
        report.story());
  }

  /** How many records were made and what became of them; sums have no kind and no gate. */
  public record TallyItem(
      Word kind,
      String gate,
      long produced,
      long accepted,
      long waiting,
      long blocked,
      double transferRate,
      double completeness) {

    static TallyItem of(Tally tally) {
      RecordKind kind = tally.kind();
      return new TallyItem(
          kind == null ? null : Word.of(kind, kind.label()),
          tally.gate().isEmpty() ? null : tally.gate(),
          tally.produced(),
          tally.accepted(),
          tally.waiting(),
          tally.blocked(),
          tally.transferRate(),
          tally.completeness());
    }
  }
}
