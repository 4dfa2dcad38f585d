package cn.ecogate.mobile.registry;

import cn.ecogate.mobile.Query;
import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.Rejected;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads a filing's items as they come in JSON: words by name or code, days as ISO dates. */
final class Told {

  private Told() {}

  /** The word of that name or code, null if nothing was told. */
  static <E extends Enum<E> & Coded> E coded(String field, E[] words, String text) {
    return Query.coded(field, words, text);
  }

  static LocalDate day(String field, String text) {
    String given = Query.blankToNull(text);
    try {
      return given == null ? null : LocalDate.parse(given);
    } catch (DateTimeException notIso) {
      throw new Rejected("day-shape", field, field + " 应为日期，例如 2026-11-28。");
    }
  }

  /** The body of a change; {@code Rejected} if there is none. */
  static <T> T present(T body) {
    if (body == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交内容。");
    }
    return body;
  }

  /** The version a change began with; {@code Rejected} if it was not told. */
  static long version(Long version) {
    if (version == null) {
      throw new Rejected("field-missing", "version", "请带上读到的 version，以免覆盖他人的修改。");
    }
    return version;
  }
}
