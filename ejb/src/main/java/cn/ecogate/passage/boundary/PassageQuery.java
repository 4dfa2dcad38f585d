package cn.ecogate.passage.boundary;

import cn.ecogate.passage.control.PageMark;
import cn.ecogate.passage.entity.PassageFilter;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A filter as the conditions of a query, with their values. */
final class PassageQuery {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private PassageQuery() {}

  static PassageQuery of(PassageFilter filter) {
    PassageQuery query = new PassageQuery();
    query.when("p.seenAt >= :from", "from", filter.from());
    query.when("p.seenAt < :to", "to", filter.to());
    query.holds("plate", "LIKE :plate ESCAPE '!'", contains(filter.plate()));
    query.lane(blankToNull(filter.laneId()));
    query.holds("direction", "= :direction", filter.direction());
    query.holds("stage", "= :stage", filter.stage());
    query.holds("fuel", "= :fuel", filter.fuel());
    query.when("p.outcome = :outcome", "outcome", filter.outcome());
    query.when("p.source = :source", "source", filter.source());
    query.holds("owner", "LIKE :owner ESCAPE '!'", containsAsIs(filter.owner()));
    query.holds("vin", "LIKE :vin ESCAPE '!'", contains(filter.vin()));
    query.holds("vehicleType", "LIKE :vehicleType ESCAPE '!'", begins(filter.vehicleType()));
    query.when(
        "CONCAT(',', p.reasonCodes, ',') LIKE :reason",
        "reason",
        filter.reason() == null ? null : "%," + filter.reason().name() + ",%");
    return query;
  }

  /** Only what comes after that mark in the order newest first. */
  PassageQuery after(Optional<PageMark> mark) {
    mark.ifPresent(
        last -> {
          when(
              "(p.seenAt < :lastSeen OR (p.seenAt = :lastSeen AND p.id < :lastId))",
              "lastSeen",
              last.seenAt());
          values.put("lastId", last.id());
        });
    return this;
  }

  String where() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  <T> TypedQuery<T> bind(TypedQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }

  private void lane(String laneId) {
    boolean wholeGate = laneId != null && !laneId.contains("-");
    when(wholeGate ? "p.gateNo = :lane" : "p.laneId = :lane", "lane", laneId);
  }

  /** A condition on what holds: as recorded where nobody corrected it, else as corrected last. */
  private void holds(String item, String condition, Object value) {
    String recorded = "p." + item + " " + condition;
    String corrected = "k." + item + " " + condition;
    when(
        "(("
            + recorded
            + " AND p.id NOT IN (SELECT c.passageId FROM Correction c))"
            + " OR p.id IN (SELECT k.passageId FROM Correction k WHERE "
            + corrected
            + " AND k.place = (SELECT MAX(n.place) FROM Correction n"
            + " WHERE n.passageId = k.passageId)))",
        item,
        value);
  }

  private void when(String condition, String name, Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private static String contains(String part) {
    String text = blankToNull(part);
    return text == null ? null : containsAsIs(text.toUpperCase(Locale.ROOT));
  }

  private static String containsAsIs(String part) {
    String text = blankToNull(part);
    return text == null ? null : "%" + literal(text) + "%";
  }

  private static String begins(String part) {
    String text = blankToNull(part);
    return text == null ? null : literal(text.toUpperCase(Locale.ROOT)) + "%";
  }

  private static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
