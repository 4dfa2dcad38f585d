package cn.ecogate.web.uplink;

import cn.ecogate.uplink.entity.DayReport;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.Tally;
import cn.ecogate.web.frame.Moments;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The daily report as comma-separated text: the sums, the story, the gaps. */
final class TransferSheet {

  /** Spreadsheets read a file without it in the machine's own character set. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Moments.PLANT_ZONE);

  private TransferSheet() {}

  static String csv(DayReport report, List<Dispatch> gaps) {
    StringBuilder csv = new StringBuilder(1024).append(BYTE_ORDER_MARK);
    row(csv, "日期", "平台", "出入口", "类别", "产生", "已传", "待传", "被拒", "传输率", "完整", "完整率");
    report.parts().forEach(part -> tally(csv, report, part, part.gate(), part.kind().label()));
    tally(csv, report, report.sum(), "合计", "");
    row(csv);
    report.story().forEach(sentence -> row(csv, sentence));
    row(csv);
    row(csv, "漏传编号", "类别", "出入口", "产生时间", "状态", "次数", "平台的答复");
    for (Dispatch gap : gaps) {
      row(
          csv,
          gap.subject(),
          gap.kind().label(),
          gap.gate(),
          AT.format(gap.createdAt()),
          gap.state().label(),
          String.valueOf(gap.tries()),
          gap.answer().orElse(""));
    }
    return csv.toString();
  }

  private static void tally(
      StringBuilder csv, DayReport report, Tally tally, String gate, String kind) {
    row(
        csv,
        report.day().toString(),
        report.platformName(),
        gate,
        kind,
        String.valueOf(tally.produced()),
        String.valueOf(tally.accepted()),
        String.valueOf(tally.waiting()),
        String.valueOf(tally.blocked()),
        percent(tally.transferRate()),
        String.valueOf(tally.complete()),
        percent(tally.completeness()));
  }

  /** Rounded down, never up to the mark. */
  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", Math.floor(share * 10_000 + 1e-9) / 100);
  }

  private static void row(StringBuilder csv, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      csv.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    csv.append("\r\n");
  }

  /** A cell that begins like a formula would be computed by whoever opens the file. */
  private static String cell(String text) {
    String safe = text.matches("[=+@\\-\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
