package cn.ecogate.registry.boundary;

import cn.ecogate.registry.control.SheetRow;
import cn.ecogate.registry.entity.ImportRow;
import cn.ecogate.registry.entity.ImportRow.Kind;
import cn.ecogate.registry.entity.ImportState;
import cn.ecogate.registry.entity.ImportState.Phase;
import cn.ecogate.registry.entity.Register;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One upload, from reading to report: written by one worker, looked at by its owner's page. */
final class ImportJob {

  final String id;
  final Register register;
  final String fileName;
  final String fileDigest;
  final String who;
  final Instant begunAt;

  private Phase phase = Phase.READING;
  private int done;
  private int total;
  private int written;
  private String trouble = "";
  private List<String> ignored = List.of();
  private List<SheetRow> rows = List.of();
  private final List<ImportRow> preview = new ArrayList<>();
  private final List<ImportRow> refused = new ArrayList<>();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  ImportJob(
      String id, Register register, String fileName, String fileDigest, String who, Instant at) {
    this.id = id;
    this.register = register;
    this.fileName = fileName;
    this.fileDigest = fileDigest;
    this.who = who;
    this.begunAt = at;
  }

  synchronized ImportState state() {
    return new ImportState(
        id,
        register,
        fileName,
        phase,
        done,
        total,
        Map.copyOf(counts),
        List.copyOf(ignored),
        written,
        List.copyOf(refused),
        trouble);
  }

  synchronized void read(List<SheetRow> read, List<String> ignoredHeadings) {
    rows = List.copyOf(read);
    ignored = List.copyOf(ignoredHeadings);
    total = rows.size();
  }

  synchronized void previewed(List<ImportRow> judged) {
    preview.addAll(judged);
    judged.forEach(row -> counts.merge(row.kind(), 1, Integer::sum));
    done = preview.size();
  }

  synchronized void phase(Phase next) {
    phase = next;
  }

  /** True for the one call that may begin writing: a second click finds it begun. */
  synchronized boolean beginWriting(int rowsToWrite) {
    if (phase != Phase.READY) {
      return false;
    }
    phase = Phase.WRITING;
    done = 0;
    total = rowsToWrite;
    return true;
  }

  synchronized void wrote(int rowsWritten, List<ImportRow> rowsRefused) {
    written += rowsWritten;
    refused.addAll(rowsRefused);
    done += rowsWritten + rowsRefused.size();
  }

  synchronized void failed(String why) {
    trouble = why;
    phase = Phase.FAILED;
  }

  synchronized List<SheetRow> rows() {
    return rows;
  }

  synchronized List<ImportRow> preview() {
    return List.copyOf(preview);
  }
}
