package cn.ecogate.web.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The filters of a list as they stand in the address: known names only, blanks left out, always in
 * the same order, so that the same view has the same address.
 */
public record Address(String page, Map<String, String> values) {

  /** Reads the known names from a request's parameters. */
  public static Address read(String page, Map<String, String[]> parameters, String... names) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : names) {
      String[] given = parameters.get(name);
      if (given != null && given.length > 0 && !given[0].isBlank()) {
        values.put(name, given[0].strip());
      }
    }
    return new Address(page, values);
  }

  /** The value, empty text if there is none, as an input field shows it. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The constant of that name, empty if there is none or it is not one. */
  public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(values.get(name))) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  public Address with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return new Address(page, changed);
  }

  public Address without(String... names) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    for (String name : names) {
      changed.remove(name);
    }
    return new Address(page, changed);
  }

  /** The link that shows this view again. */
  public String link() {
    String query =
        values.entrySet().stream()
            .map(v -> v.getKey() + "=" + URLEncoder.encode(v.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? page : page + "?" + query;
  }

  public boolean isBlank() {
    return values.isEmpty();
  }
}
