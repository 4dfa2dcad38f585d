package cn.ecogate.strategy.control;

import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.vocabulary.Rejected;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Where a page of the exceeding list ended: the last row's date and id. */
public record ListMark(LocalDate issued, long id) {

  /** What {@link #after} wrote; anything else is {@link Rejected}. */
  public static ListMark of(String cursor) {
    int at = cursor.indexOf('_');
    try {
      return new ListMark(
          LocalDate.parse(cursor.substring(0, Math.max(at, 0))),
          Long.parseLong(cursor.substring(at + 1)));
    } catch (DateTimeParseException | NumberFormatException notOurs) {
      throw new Rejected("cursor", "cursor", "翻页标记不正确，请从第一页重新查询。");
    }
  }

  public static String after(ExceedingVehicle last) {
    return last.getIssued() + "_" + last.getId();
  }
}
