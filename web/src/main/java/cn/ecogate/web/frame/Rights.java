package cn.ecogate.web.frame;

import cn.ecogate.account.entity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The one table of who may open which page and do which act; what it does not name is closed. */
public final class Rights {

  /** As it is shipped. */
  public static final Rights HOUSE = read();

  private final Map<String, Set<Role>> groups = new HashMap<>();
  private final Map<String, Set<Role>> pages = new LinkedHashMap<>();
  private final Map<String, Set<Role>> acts = new LinkedHashMap<>();

  private Rights() {}

  /** The table's own form, see {@code rights.txt}. */
  static Rights of(String table) {
    Rights rights = new Rights();
    table
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(rights::take);
    return rights;
  }

  private void take(String line) {
    String[] words = line.split("\\s+");
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(words).skip(2).forEach(word -> roles.addAll(named(word)));
    Map<String, Set<Role>> place =
        switch (words[0]) {
          case "group" -> groups;
          case "page" -> pages;
          case "act" -> acts;
          default -> throw new IllegalStateException("neither group, page nor act: " + line);
        };
    if (roles.isEmpty() || place.put(words[1], roles) != null) {
      throw new IllegalStateException("without a role, or said twice: " + line);
    }
  }

  private Set<Role> named(String word) {
    if (groups.containsKey(word)) {
      return groups.get(word);
    }
    return Arrays.stream(Role.values())
        .filter(role -> role.roleName().equals(word))
        .findFirst()
        .map(Set::of)
        .orElseThrow(() -> new IllegalStateException("no role and no group: " + word));
  }

  public Map<String, Set<Role>> pages() {
    return Collections.unmodifiableMap(pages);
  }

  public Map<String, Set<Role>> acts() {
    return Collections.unmodifiableMap(acts);
  }

  /**
   * Whether somebody may open the page.
   *
   * @param has whether the caller has the role of that name
   */
  public boolean opens(String page, Predicate<String> has) {
    return any(pages.getOrDefault(page, Set.of()), has);
  }

  /**
   * Whether somebody may do the act.
   *
   * @param expression as the page has it, e.g. <code>#{alarmActs.close}</code>
   */
  public boolean allows(String expression, Predicate<String> has) {
    return any(acts.getOrDefault(act(expression), Set.of()), has);
  }

  /** Bean and method of an action's expression, without its arguments. */
  static String act(String expression) {
    String inner = expression.replaceAll("^#\\{|}$", "");
    int arguments = inner.indexOf('(');
    return arguments < 0 ? inner : inner.substring(0, arguments);
  }

  private static boolean any(Set<Role> roles, Predicate<String> has) {
    return roles.stream().map(Role::roleName).anyMatch(has);
  }

  private static Rights read() {
    try (InputStream table = Rights.class.getResourceAsStream("/cn/ecogate/web/rights.txt")) {
      return of(new String(table.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the table of rights cannot be read", e);
    }
  }
}
