package cn.ecogate.ledger.boundary;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Rows of another table that are written together with an entry.
 *
 * @param insert one INSERT, or an UPDATE of rows by their key, with a {@code ?} for every value
 * @param values in the order of the question marks; null is NULL, times are {@code LocalDateTime}
 *     in UTC
 */
public record RowAlong(String insert, List<Object> values) {

  public RowAlong {
    values = Collections.unmodifiableList(values);
  }

  public static RowAlong of(String insert, Object... values) {
    return new RowAlong(insert, Arrays.asList(values));
  }
}
