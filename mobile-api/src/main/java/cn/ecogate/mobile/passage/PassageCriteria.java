package cn.ecogate.mobile.passage;

import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.Rejected;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The query's combined filters as they stand in the address; none means any. */
public class PassageCriteria {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  @QueryParam("from")
  String from;

  @QueryParam("to")
  String to;

  @QueryParam("plate")
  String plate;

  @QueryParam("lane")
  String lane;

  @QueryParam("direction")
  String direction;

  @QueryParam("stage")
  String stage;

  @QueryParam("fuel")
  String fuel;

  @QueryParam("outcome")
  String outcome;

  @QueryParam("source")
  String source;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  PassageFilter filter() {
    return new PassageFilter(
        time("from", from),
        time("to", to),
        blankToNull(plate),
        blankToNull(lane),
        coded("direction", Direction.values(), direction),
        coded("stage", EmissionStage.values(), stage),
        coded("fuel", FuelType.values(), fuel),
        named("outcome", Passage.Outcome.values(), outcome),
        named("source", Passage.Source.values(), source));
  }

  String cursor() {
    return blankToNull(cursor);
  }

  int rows() {
    String text = blankToNull(limit);
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    if (!text.matches("[0-9]{1,3}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MAX_LIMIT) {
      throw new Rejected("limit", "limit", "limit 应为 1 到 " + MAX_LIMIT + " 的整数。");
    }
    return Integer.parseInt(text);
  }

  private static Instant time(String field, String text) {
    String given = blankToNull(text);
    if (given == null) {
      return null;
    }
    try {
      // A plus sign that was not escaped arrives as a blank.
      return OffsetDateTime.parse(given.replace(' ', '+')).toInstant();
    } catch (DateTimeParseException notIso) {
      throw new Rejected(
          "query-value",
          field,
          field + " 应为带时区的 ISO-8601 时刻，例如 2026-11-21T08:00:00+08:00 或 2026-11-21T00:00:00Z。");
    }
  }

  private static <E extends Enum<E> & Coded> E coded(String field, E[] words, String text) {
    String given = blankToNull(text);
    if (given == null) {
      return null;
    }
    return Arrays.stream(words)
        .filter(word -> word.code().equals(given) || word.name().equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    field,
                    given,
                    Arrays.stream(words)
                        .map(word -> word.code() + " / " + word.name() + " " + word.label())
                        .collect(Collectors.joining("，"))));
  }

  private static <E extends Enum<E>> E named(String field, E[] words, String text) {
    String given = blankToNull(text);
    if (given == null) {
      return null;
    }
    return Arrays.stream(words)
        .filter(word -> word.name().equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    field,
                    given,
                    Arrays.stream(words).map(Enum::name).collect(Collectors.joining("，"))));
  }

  private static Rejected unknown(String field, String given, String known) {
    return new Rejected("query-value", field, field + " 没有取值 " + given + "；可用：" + known + "。");
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
