package cn.ecogate.mobile.passage;

import cn.ecogate.mobile.Query;
import cn.ecogate.mobile.Told;
import cn.ecogate.passage.entity.PaperSheet;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A sheet of paper that a gate kept during an outage.
 *
 * @param scan JPEG in base64
 */
public record PaperTold(String sheet, String writer, String scan, List<LineTold> lines) {

  /** One vehicle on it; times with their zone, colours by name or code. */
  public record LineTold(
      Integer line,
      String seenAt,
      String lane,
      String plate,
      String color,
      String cargo,
      BigDecimal tonnes,
      Boolean passed,
      String note,
      boolean again) {

    private PaperSheet.Line told() {
      if (line == null) {
        throw new Rejected("field-missing", "line", "请给出每行在表上的行号 line。");
      }
      if (passed == null) {
        throw new Rejected("field-missing", "passed", "请给出每行当时是否放行 passed。");
      }
      return new PaperSheet.Line(
          line,
          Told.moment("seenAt", seenAt),
          Query.blankToNull(lane),
          plate == null ? "" : plate.strip().toUpperCase(Locale.ROOT),
          PassageCriteria.coded("color", PlateColor.values(), color),
          cargo,
          tonnes,
          passed,
          note,
          again);
    }
  }

  PaperSheet told() {
    return new PaperSheet(
        sheet,
        writer,
        Told.photo(scan),
        lines == null ? List.of() : lines.stream().map(LineTold::told).toList());
  }

  @Override
  public String toString() {
    return "paper sheet " + sheet;
  }
}
