package cn.ecogate.registry.control;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One column of a register's table: how it is headed, read and written.
 *
 * @param name of the item, as {@code Rejected} names its field
 * @param header as the template has it
 * @param aliases other headings that mean the same
 * @param required true if a new row needs it
 * @param choices what may stand there, for a drop-down list; empty for free text
 * @param example for the template
 * @param write the item as text, null if there is none
 * @param read puts a text that is not blank into the item; refuses what it cannot mean
 */
public record Column<T>(
    String name,
    String header,
    List<String> aliases,
    boolean required,
    List<String> choices,
    String example,
    Function<T, String> write,
    BiConsumer<T, String> read) {

  public Column {
    aliases = List.copyOf(aliases);
    choices = List.copyOf(choices);
  }

  /** True if that heading means this column, however it is decorated. */
  boolean headed(String heading) {
    String plain = WordReading.plain(heading);
    return WordReading.plain(header).equals(plain)
        || aliases.stream().anyMatch(alias -> WordReading.plain(alias).equals(plain));
  }
}
