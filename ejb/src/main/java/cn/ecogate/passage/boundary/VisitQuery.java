package cn.ecogate.passage.boundary;

import cn.ecogate.passage.control.PageMark;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.passage.entity.VisitFilter;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A filter of visits as the conditions of a query, with their values. */
final class VisitQuery {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private VisitQuery() {}

  static VisitQuery of(VisitFilter filter) {
    VisitQuery query = new VisitQuery();
    query.when("v.beganAt >= :from", "from", filter.from());
    query.when("v.beganAt < :to", "to", filter.to());
    query.when("v.plate LIKE :plate ESCAPE '!'", "plate", contains(filter.plate(), true));
    query.when("v.owner LIKE :owner ESCAPE '!'", "owner", contains(filter.owner(), false));
    query.when("v.state = :state", "state", filter.state());
    query.when("v.beganAt < :before", "before", filter.before());
    if (filter.before() != null) {
      query.when("v.state = :inside", "inside", Visit.State.INSIDE);
    }
    if (filter.open()) {
      query.when(
          "v.state IN :missed AND v.closing IS NULL",
          "missed",
          List.of(Visit.State.EXIT_MISSED, Visit.State.ENTRANCE_MISSED));
    }
    query.lane(filter.laneId());
    return query;
  }

  /** Only what comes after that mark in the order newest first. */
  VisitQuery after(Optional<PageMark> mark) {
    mark.ifPresent(
        last -> {
          when(
              "(v.beganAt < :lastSeen OR (v.beganAt = :lastSeen AND v.id < :lastId))",
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
    if (laneId != null && !laneId.isBlank()) {
      boolean wholeGate = !laneId.contains("-");
      when(
          wholeGate
              ? "(v.inLane LIKE :lane OR v.outLane LIKE :lane)"
              : "(v.inLane = :lane OR v.outLane = :lane)",
          "lane",
          wholeGate ? laneId.strip() + "-%" : laneId.strip());
    }
  }

  private void when(String condition, String name, Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private static String contains(String part, boolean upper) {
    if (part == null || part.isBlank()) {
      return null;
    }
    String text = upper ? part.strip().toUpperCase(Locale.ROOT) : part.strip();
    return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
