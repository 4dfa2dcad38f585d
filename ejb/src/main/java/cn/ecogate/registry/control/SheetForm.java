package cn.ecogate.registry.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A register as a table: its columns, and what a row of it is.
 *
 * @param title of the sheet
 * @param blank a new thing without items
 * @param copy the same items, to be changed
 * @param identities what names one thing, the strongest last: two things never share one
 * @param checked the thing in the spelling that is filed; refuses what cannot be filed
 * @param oddities what is odd but allowed
 * @param items everything on file, for telling what differs
 * @param words the thing in a few words
 */
public record SheetForm<T>(
    String title,
    List<Column<T>> columns,
    Supplier<T> blank,
    UnaryOperator<T> copy,
    Function<T, List<String>> identities,
    UnaryOperator<T> checked,
    Function<T, List<String>> oddities,
    Function<T, Map<String, Object>> items,
    Function<T, String> words) {

  public SheetForm {
    columns = List.copyOf(columns);
  }

  Optional<Column<T>> column(String heading) {
    return columns.stream().filter(column -> column.headed(heading)).findFirst();
  }

  /** The heading of that item, the name itself if the table has no such column. */
  String header(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .map(Column::header)
        .findFirst()
        .orElse(name);
  }
}
