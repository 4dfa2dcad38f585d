package cn.ecogate.registry.entity;

import java.util.List;

/**
 * What would become of one row of an uploaded table.
 *
 * @param number as the table program shows it
 * @param words what the row is about, in a few words
 * @param faults why it cannot be taken over; none unless {@link Kind#WRONG}
 * @param oddities what is odd but allowed
 * @param changes what it would change of a thing on file, as {@code name: before → after}
 */
public record ImportRow(
    int number,
    Kind kind,
    String words,
    List<Fault> faults,
    List<String> oddities,
    List<String> changes) {

  public ImportRow {
    faults = List.copyOf(faults);
    oddities = List.copyOf(oddities);
    changes = List.copyOf(changes);
  }

  /** What is wrong in one column; the column is empty if it concerns the whole row. */
  public record Fault(String column, String sentence) {}

  /** How a row stands to what is on file. */
  public enum Kind {
    NEW("新增"),
    CHANGED("修改"),
    /** The same thing under another plate or code: only taken over if somebody chooses it. */
    MOVED("换牌"),
    UNCHANGED("无变化"),
    WRONG("有错误");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** True if there is something to write. */
    public boolean writes() {
      return this == NEW || this == CHANGED || this == MOVED;
    }
  }
}
