package cn.ecogate.uplink.control;

import cn.ecogate.uplink.control.Profile.Column;
import cn.ecogate.uplink.control.Profile.ReceiveCall;
import cn.ecogate.uplink.control.Profile.TimeForm;
import cn.ecogate.uplink.entity.Oddity;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One row of a platform's list in our words; what cannot be understood is noted, never thrown. */
final class IncomingRow {

  private static final int LONGEST_QUOTE = 40;

  private final int number;
  private final TimeForm time;
  private final Map<String, Column> columns = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();

  IncomingRow(int number, JsonObject row, ReceiveCall call, TimeForm time) {
    this.number = number;
    this.time = time;
    for (Column column : call.columns()) {
      columns.put(column.to(), column);
      text(row.getOrDefault(column.name(), JsonValue.NULL))
          .ifPresent(text -> texts.put(column.to(), text));
    }
  }

  private static Optional<String> text(JsonValue value) {
    String text =
        switch (value.getValueType()) {
          case NULL, OBJECT -> "";
          case STRING -> ((JsonString) value).getString();
          case ARRAY ->
              value.asJsonArray().stream()
                  .map(item -> text(item).orElse(""))
                  .collect(Collectors.joining(","));
          default -> value.toString();
        };
    return Optional.of(text.strip()).filter(some -> !some.isEmpty());
  }

  Optional<String> text(String word) {
    return Optional.ofNullable(texts.get(word));
  }

  /** At most so long, because a column of ours holds no more. */
  String text(String word, int longest) {
    String text = text(word).orElse("");
    return text.substring(0, Math.min(text.length(), longest));
  }

  /** The word's constant; empty, with a complaint, if the platform's code is not known. */
  <E> Optional<E> coded(String word, Function<String, E> ofCode) {
    return text(word).flatMap(code -> coded(word, code, ofCode));
  }

  private <E> Optional<E> coded(String word, String theirs, Function<String, E> ofCode) {
    Column column = columns.get(word);
    String ours = column.codes().isEmpty() ? theirs : column.codes().get(theirs);
    try {
      if (ours != null) {
        return Optional.of(ofCode.apply(ours));
      }
    } catch (IllegalArgumentException unknown) {
      // Said below, in the platform's words.
    }
    complain(column.name() + " 的代码“" + quote(theirs) + "”不认识");
    return Optional.empty();
  }

  /** Several of them, separated by commas; what is not known comes back as it was sent. */
  <E> List<E> several(String word, Function<String, E> ofCode, List<String> unknown) {
    List<E> known = new ArrayList<>();
    Arrays.stream(text(word).orElse("").split("[,，;；、|\\s]+"))
        .filter(code -> !code.isEmpty())
        .forEach(
            code -> coded(word, code, ofCode).ifPresentOrElse(known::add, () -> unknown.add(code)));
    return known;
  }

  boolean yes(String word) {
    return coded(word, code -> code).filter("true"::equals).isPresent();
  }

  Optional<PlateNumber> plate() {
    Optional<String> sent = text("plate");
    if (sent.isEmpty()) {
      complain("没有号牌");
      return Optional.empty();
    }
    try {
      return Optional.of(PlateNumber.of(sent.get()));
    } catch (Rejected misshapen) {
      complain("“" + quote(sent.get()) + "”不像号牌");
      return Optional.empty();
    }
  }

  Optional<Instant> time(String word) {
    return text(word)
        .flatMap(
            text -> {
              Optional<Instant> read = time.read(text);
              if (read.isEmpty()) {
                complain(columns.get(word).name() + " 的时间“" + quote(text) + "”读不懂");
              }
              return read;
            });
  }

  Optional<LocalDate> date(String word) {
    return text(word)
        .flatMap(
            text -> {
              Optional<LocalDate> read =
                  time.read(text)
                      .map(at -> LocalDate.ofInstant(at, time.zone()))
                      .or(() -> plainDate(text));
              if (read.isEmpty()) {
                complain(columns.get(word).name() + " 的日期“" + quote(text) + "”读不懂");
              }
              return read;
            });
  }

  private static Optional<LocalDate> plainDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  void complain(String words) {
    complaints.add(words);
  }

  /** What was odd about it, as one sentence; empty if nothing was. */
  Optional<Oddity> oddity(boolean taken) {
    if (complaints.isEmpty()) {
      return Optional.empty();
    }
    String name = text("plate").or(() -> text("number")).map(IncomingRow::quote).orElse("");
    return Optional.of(
        new Oddity(
            number,
            "第 "
                + number
                + " 条"
                + (name.isEmpty() ? "" : "（" + name + "）")
                + "："
                + String.join("；", complaints)
                + (taken ? "；其余内容已采用。" : "；这一条未采用。"),
            taken));
  }

  private static String quote(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }
}
