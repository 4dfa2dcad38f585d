package cn.ecogate.registry.boundary;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a list's filters ask for, put together as a query is read. */
final class Conditions {

  private final List<String> all = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  /** The value as a whole; nothing is asked for null. */
  Conditions whole(String path, String name, Object value) {
    return value == null ? this : and(path + " = :" + name, name, value);
  }

  Conditions and(String condition, String name, Object value) {
    all.add(condition);
    return with(name, value);
  }

  Conditions with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** Empty, or begins with WHERE. */
  String where() {
    return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
  }

  <T> TypedQuery<T> fill(TypedQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }

  /** Any text with that part in it, for LIKE with ESCAPE '!'. */
  static String part(String text) {
    return "%" + text.strip().replaceAll("[!%_]", "!$0") + "%";
  }
}
