package cn.ecogate.passage.entity;

import cn.ecogate.vocabulary.PlateColor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A sheet of paper on which a gate wrote down vehicles while the system was down (HJ 1321-2023,
 * table C.3), as somebody enters it afterwards.
 *
 * @param number printed on the sheet; number and line make a second entry of the same line harmless
 * @param writer who wrote it at the gate
 * @param scan JPEG of the sheet, null if none
 */
public record PaperSheet(String number, String writer, byte[] scan, List<Line> lines) {

  /** The printed form has fewer; more than this is not one sheet. */
  public static final int MOST_LINES = 50;

  public PaperSheet {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /**
   * One vehicle.
   *
   * @param line its number on the sheet, counted from one
   * @param plate empty for a vehicle without one
   * @param cargo null or blank if the sheet says nothing
   * @param tonnes null if the sheet says nothing
   * @param passed false if the guard turned it away
   * @param again true if it is to be entered although it looks like one that is recorded already
   */
  public record Line(
      int line,
      Instant seenAt,
      String laneId,
      String plate,
      PlateColor color,
      String cargo,
      BigDecimal tonnes,
      boolean passed,
      String note,
      boolean again) {}
}
