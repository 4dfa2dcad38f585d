package cn.ecogate.web.frame;

import java.util.List;
import java.util.function.BinaryOperator;

/** One filter in force, and the address of the same view without it. */
public record Chip(String name, String value, String without) {

  /**
   * The filters of that address, in its order.
   *
   * @param word what a filter's value is called, by the filter's name and its value
   * @param silent names that stand in the address and filter nothing
   */
  public static List<Chip> of(
      Address address, Words words, BinaryOperator<String> word, String... silent) {
    return address.values().entrySet().stream()
        .filter(filter -> !List.of(silent).contains(filter.getKey()))
        .map(
            filter ->
                new Chip(
                    words.say("filter." + filter.getKey()),
                    word.apply(filter.getKey(), filter.getValue()),
                    address.without(filter.getKey()).link()))
        .toList();
  }
}
