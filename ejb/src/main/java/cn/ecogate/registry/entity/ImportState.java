package cn.ecogate.registry.entity;

import java.util.List;
import java.util.Map;

/**
 * How far an import has come.
 *
 * @param done rows read, or rows written, of {@code total}
 * @param counts rows of every kind in the preview
 * @param written rows written; none before somebody confirmed
 * @param refused rows that were to be written and could not be, with why
 * @param trouble why the whole file could not be read or written, empty if it could
 */
public record ImportState(
    String id,
    Register register,
    String fileName,
    Phase phase,
    int done,
    int total,
    Map<ImportRow.Kind, Integer> counts,
    List<String> ignored,
    int written,
    List<ImportRow> refused,
    String trouble) {

  public int count(ImportRow.Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** What is written if nobody chooses: a change of plate is always somebody's choice. */
  public int takenOver() {
    return count(ImportRow.Kind.NEW) + count(ImportRow.Kind.CHANGED);
  }

  public boolean busy() {
    return phase == Phase.READING || phase == Phase.WRITING;
  }

  /** From the upload to the report. */
  public enum Phase {
    READING,
    READY,
    WRITING,
    DONE,
    FAILED
  }
}
