package cn.ecogate.adapter.api.catalogue;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a setting's text may be. */
public sealed interface SettingType {

  boolean admits(String text);

  /** What it must be, to follow "应为" and "must be". */
  Label demand();

  /** The words to choose from; empty unless there are only these. */
  default List<Choice> choices() {
    return List.of();
  }

  /** A whole number. */
  record Whole(int least, int most) implements SettingType {

    @Override
    public boolean admits(String text) {
      try {
        int value = Integer.parseInt(text);
        return value >= least && value <= most;
      } catch (NumberFormatException e) {
        return false;
      }
    }

    @Override
    public Label demand() {
      return new Label(
          " " + least + " 到 " + most + " 的整数", "a whole number from " + least + " to " + most);
    }
  }

  /** One of these words. */
  record OneOf(List<Choice> choices) implements SettingType {

    public OneOf {
      choices = List.copyOf(choices);
    }

    @Override
    public boolean admits(String text) {
      return choices.stream().anyMatch(choice -> choice.word().equals(text));
    }

    @Override
    public Label demand() {
      return new Label(
          choices.stream()
              .map(choice -> choice.word() + "（" + choice.label().chinese() + "）")
              .collect(Collectors.joining("或 ", " ", "")),
          choices.stream().map(Choice::word).collect(Collectors.joining(" or ")));
    }
  }

  /** A word, and what it means. */
  record Choice(String word, Label label) {

    public Choice(String word, String chinese, String english) {
      this(word, new Label(chinese, english));
    }
  }

  /** A time zone's name. */
  record Zone() implements SettingType {

    @Override
    public boolean admits(String text) {
      try {
        ZoneId.of(text);
        return true;
      } catch (DateTimeException e) {
        return false;
      }
    }

    @Override
    public Label demand() {
      return new Label("时区名，如 Asia/Shanghai", "a time zone such as Asia/Shanghai");
    }
  }

  /**
   * A text of a shape that a pattern says to the program, and the demand to people.
   *
   * @param pattern matched against the whole text
   */
  record Text(Pattern pattern, Label demand) implements SettingType {

    @Override
    public boolean admits(String text) {
      return pattern.matcher(text).matches();
    }
  }

  /**
   * A small map, written {@code key=value, key=value}; each key once.
   *
   * @param key matched against each key
   * @param value matched against each value
   */
  record Pairs(Pattern key, Pattern value, Label demand) implements SettingType {

    @Override
    public boolean admits(String text) {
      try {
        return read(text).entrySet().stream()
            .allMatch(
                pair ->
                    key.matcher(pair.getKey()).matches()
                        && value.matcher(pair.getValue()).matches());
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    /** In the order written. */
    static Map<String, String> read(String text) {
      Map<String, String> pairs = new LinkedHashMap<>();
      for (String pair : text.split(",", -1)) {
        int equals = pair.indexOf('=');
        if (equals < 0
            || pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip())
                != null) {
          throw new IllegalArgumentException(text);
        }
      }
      return pairs;
    }
  }
}
