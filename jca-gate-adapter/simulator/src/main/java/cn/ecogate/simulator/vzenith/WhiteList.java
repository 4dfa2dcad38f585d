package cn.ecogate.simulator.vzenith;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plates that a camera lets in by itself when its host is silent. */
final class WhiteList {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Map<String, Map<String, Object>> entries = new LinkedHashMap<>();

  /** Adds or renews one entry; false if it is none. */
  synchronized boolean put(Map<?, ?> entry) {
    if (!(entry.get("plate") instanceof String plate) || plate.isBlank()) {
      return false;
    }
    Map<String, Object> kept = new LinkedHashMap<>();
    entry.forEach((name, value) -> kept.put(String.valueOf(name), value));
    entries.put(plate, kept);
    return true;
  }

  synchronized boolean remove(String plate) {
    return entries.remove(plate) != null;
  }

  synchronized List<Map<String, Object>> matching(String plate) {
    List<Map<String, Object>> found = new ArrayList<>();
    entries.forEach(
        (name, entry) -> {
          if (plate.isEmpty() || name.equals(plate)) {
            found.add(entry);
          }
        });
    return found;
  }

  synchronized int size() {
    return entries.size();
  }

  /** Whether that plate may come in at that local time. */
  synchronized boolean admits(String plate, LocalDateTime now) {
    Map<String, Object> entry = entries.get(plate);
    return entry != null
        && on(entry.get("enable"))
        && !time(entry.get("enable_time"), LocalDateTime.MIN).isAfter(now)
        && !time(entry.get("overdue_time"), LocalDateTime.MAX).isBefore(now);
  }

  private static boolean on(Object value) {
    return value == null || value.equals(Boolean.TRUE) || "1".equals(String.valueOf(value));
  }

  private static LocalDateTime time(Object value, LocalDateTime otherwise) {
    try {
      return value instanceof String text ? LocalDateTime.parse(text, TIME) : otherwise;
    } catch (DateTimeParseException unset) {
      return otherwise;
    }
  }
}
