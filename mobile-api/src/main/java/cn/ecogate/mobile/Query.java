package cn.ecogate.mobile;

import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.Rejected;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads the fields of a query; says what would have been right. */
public final class Query {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  private Query() {}

  /** How many rows a page has. */
  public static int rows(String limit) {
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

  /** The constant of that name, null if nothing was given. */
  public static <E extends Enum<E>> E named(String field, E[] words, String text) {
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

  /** The word of that name or code, null if nothing was given. */
  public static <E extends Enum<E> & Coded> E coded(String field, E[] words, String text) {
    String given = blankToNull(text);
    if (given == null) {
      return null;
    }
    return Arrays.stream(words)
        .filter(word -> word.name().equals(given) || word.code().equals(given))
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

  public static Rejected unknown(String field, String given, String known) {
    return new Rejected("query-value", field, field + " 没有取值 " + given + "；可用：" + known + "。");
  }

  public static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
