package cn.ecogate.simulator.platform;

import cn.ecogate.simulator.truth.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the platform sends down, one JSON line each in {@code orders.jsonl}: the fields as they go
 * over the wire and a {@code kind}, numbered by their lines. Nothing is checked, so that it can
 * send nonsense too.
 */
final class Orders {

  /** Rows on one page of an answer. */
  static final int PAGE = 50;

  private static final Set<String> KINDS = Set.of("exceeding", "strategy", "violation");

  private final Path file;
  private final List<Map<String, Object>> orders = new ArrayList<>();

  Orders(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        orders.add(JsonText.object(line).members());
      }
    }
  }

  synchronized void add(Map<String, Object> order) {
    if (!KINDS.contains(String.valueOf(order.get("kind")))) {
      throw new IllegalArgumentException("kind must be one of " + KINDS);
    }
    try {
      Files.writeString(
          file, JsonText.write(order) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    orders.add(order);
  }

  /** The vehicles on the list; with a mark everything said since, releases too. */
  synchronized Map<String, Object> exceeding(String mark, int page) {
    List<Map<String, Object>> rows =
        mark.isEmpty()
            ? latest("exceeding", "plateNo", "plateColor").stream()
                .filter(row -> !"1".equals(row.get("released")))
                .toList()
            : since("exceeding", mark);
    Map<String, Object> answer = page(rows, page);
    answer.put("full", mark.isEmpty());
    return answer;
  }

  /** Every strategy as it was said last. */
  synchronized Map<String, Object> strategies() {
    List<Map<String, Object>> rows = latest("strategy", "strategyNo", "strategyNo");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("list", rows);
    answer.put("total", rows.size());
    return answer;
  }

  synchronized Map<String, Object> violations(String mark, int page) {
    return page(since("violation", mark), page);
  }

  synchronized int count() {
    return orders.size();
  }

  private Map<String, Object> page(List<Map<String, Object>> rows, int page) {
    int from = Math.min((page - 1) * PAGE, rows.size());
    int to = Math.min(from + PAGE, rows.size());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("list", rows.subList(from, to));
    answer.put("total", rows.size());
    answer.put("more", to < rows.size());
    answer.put("mark", String.valueOf(orders.size()));
    return answer;
  }

  private List<Map<String, Object>> since(String kind, String mark) {
    int from = mark.matches("\\d{1,9}") ? Math.min(Integer.parseInt(mark), orders.size()) : 0;
    return orders.subList(from, orders.size()).stream()
        .filter(o -> is(o, kind))
        .map(Orders::row)
        .toList();
  }

  private List<Map<String, Object>> latest(String kind, String name, String second) {
    Map<String, Map<String, Object>> latest = new LinkedHashMap<>();
    orders.stream()
        .filter(order -> is(order, kind))
        .forEach(order -> latest.put(order.get(name) + " " + order.get(second), row(order)));
    return List.copyOf(latest.values());
  }

  private static boolean is(Map<String, Object> order, String kind) {
    return kind.equals(order.get("kind"));
  }

  private static Map<String, Object> row(Map<String, Object> order) {
    Map<String, Object> row = new LinkedHashMap<>(order);
    row.remove("kind");
    return row;
  }
}
