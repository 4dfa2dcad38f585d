package cn.ecogate.mobile.passage;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.mobile.Query;
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

  @QueryParam("owner")
  String owner;

  @QueryParam("vin")
  String vin;

  @QueryParam("type")
  String type;

  @QueryParam("reason")
  String reason;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  PassageFilter filter() {
    return new PassageFilter(
        time("from", from),
        time("to", to),
        Query.blankToNull(plate),
        Query.blankToNull(lane),
        coded("direction", Direction.values(), direction),
        coded("stage", EmissionStage.values(), stage),
        coded("fuel", FuelType.values(), fuel),
        Query.named("outcome", Passage.Outcome.values(), outcome),
        Query.named("source", Passage.Source.values(), source),
        Query.blankToNull(owner),
        Query.blankToNull(vin),
        Query.blankToNull(type),
        Query.named("reason", Reason.Code.values(), reason));
  }

  String cursor() {
    return Query.blankToNull(cursor);
  }

  int rows() {
    return Query.rows(limit);
  }

  static Instant time(String field, String text) {
    String given = Query.blankToNull(text);
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

  static <E extends Enum<E> & Coded> E coded(String field, E[] words, String text) {
    String given = Query.blankToNull(text);
    if (given == null) {
      return null;
    }
    return Arrays.stream(words)
        .filter(word -> word.code().equals(given) || word.name().equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                Query.unknown(
                    field,
                    given,
                    Arrays.stream(words)
                        .map(word -> word.code() + " / " + word.name() + " " + word.label())
                        .collect(Collectors.joining("，"))));
  }
}
