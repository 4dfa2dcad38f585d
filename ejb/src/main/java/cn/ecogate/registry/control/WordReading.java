package cn.ecogate.registry.control;

import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.Rejected;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what people write into a table's cells: codes or labels, dates in many shapes, yes or no.
 */
public final class WordReading {

  private static final Pattern DECORATION = Pattern.compile("[\\s\\p{Z}*:：]|[(（].*?[)）]");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");
  private static final Pattern SHORT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Set<String> YES = Set.of("是", "1", "TRUE", "Y", "YES", "有", "已联网", "联网");
  private static final Set<String> NO = Set.of("否", "0", "FALSE", "N", "NO", "无", "未联网", "不联网");

  /** How stages are also written; Roman numerals in full-width have been made letters before. */
  private static final Map<String, String> STAGES =
      Map.ofEntries(
          Map.entry("国1", "国一"),
          Map.entry("国I", "国一"),
          Map.entry("国2", "国二"),
          Map.entry("国II", "国二"),
          Map.entry("国3", "国三"),
          Map.entry("国III", "国三"),
          Map.entry("国4", "国四"),
          Map.entry("国IV", "国四"),
          Map.entry("国5", "国五"),
          Map.entry("国V", "国五"),
          Map.entry("国6", "国六"),
          Map.entry("国VI", "国六"),
          Map.entry("国6A", "国六"),
          Map.entry("国6B", "国六"),
          Map.entry("国六A", "国六"),
          Map.entry("国六B", "国六"),
          Map.entry("国零", "国0"),
          Map.entry("新能源", "电动"),
          Map.entry("纯电动", "电动"),
          Map.entry("未知", "无/未知"),
          Map.entry("无", "无/未知"));

  /** Labels are few and asked for in every cell. */
  private static final Map<String, String> PLAIN_LABELS = new ConcurrentHashMap<>();

  private WordReading() {}

  /** A heading or word without blanks, stars and remarks in brackets, full-width made narrow. */
  static String plain(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return DECORATION.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** The word of that code, label or name, or of code and label together, e.g. 1 黄. */
  static <E extends Enum<E> & Coded> E coded(E[] words, String text, String field, String item) {
    String given = plain(text);
    String wanted = STAGES.getOrDefault(given, given);
    return Arrays.stream(words)
        .filter(word -> means(wanted, word.code(), word.label(), word.name()))
        .findFirst()
        .orElseThrow(() -> unknown(text, field, item, choices(words)));
  }

  /** The word of that label or name. */
  static <E extends Enum<E>> E named(
      E[] words, Function<E, String> label, String text, String field, String item) {
    String wanted = plain(text);
    return Arrays.stream(words)
        .filter(word -> means(wanted, "", label.apply(word), word.name()))
        .findFirst()
        .orElseThrow(() -> unknown(text, field, item, Arrays.stream(words).map(label).toList()));
  }

  private static boolean means(String wanted, String code, String label, String name) {
    String plainLabel = PLAIN_LABELS.computeIfAbsent(label, WordReading::plain);
    return wanted.equals(plainLabel)
        || wanted.equals(plainLabel + "色")
        || wanted.equals(name)
        || !code.isEmpty() && (wanted.equals(code) || wanted.equals(code + plainLabel));
  }

  /** For a drop-down list: code and label, e.g. 1 黄. */
  static <E extends Enum<E> & Coded> List<String> choices(E[] words) {
    return Arrays.stream(words).map(WordReading::choice).toList();
  }

  static <E extends Enum<E> & Coded> String choice(E word) {
    return word == null ? null : word.code() + " " + word.label();
  }

  static boolean yes(String text, String field, String item) {
    String given = plain(text);
    if (YES.contains(given)) {
      return true;
    }
    if (NO.contains(given)) {
      return false;
    }
    throw new Rejected("cell-word", field, item + "应为“是”或“否”，现为“" + text + "”。");
  }

  /** A day as a date cell, or as people write it: 2022-6-17, 2022/6/17, 2022年6月17日, 20220617. */
  static LocalDate day(String text, String field, String item) {
    String given = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    for (Pattern shape : List.of(DAY, SHORT_DAY)) {
      Matcher parts = shape.matcher(given);
      if (parts.matches()) {
        try {
          return LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)));
        } catch (DateTimeException noSuchDay) {
          break;
        }
      }
    }
    throw new Rejected("cell-day", field, item + "应为日期，例如 2022-06-17，现为“" + text + "”。");
  }

  static Rejected unknown(String text, String field, String item, List<String> choices) {
    return new Rejected(
        "cell-word",
        field,
        item + "没有“" + text + "”；可用：" + choices.stream().collect(Collectors.joining("、")) + "。");
  }
}
