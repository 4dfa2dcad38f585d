package cn.ecogate.registry.boundary;

import cn.ecogate.ledger.boundary.Draft;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.boundary.LedgerNews;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.registry.control.RowJudge;
import cn.ecogate.registry.control.RowJudge.Judged;
import cn.ecogate.registry.control.RowJudge.Typed;
import cn.ecogate.registry.control.SheetRow;
import cn.ecogate.registry.entity.ImportRow;
import cn.ecogate.registry.entity.ImportRow.Fault;
import cn.ecogate.registry.entity.ImportRow.Kind;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A chunk of a table against the register, and into it: one transaction a chunk, so that no truck
 * waits for the ledger's head longer than a chunk's entries take.
 */
@Stateless
@PermitAll
public class ImportBook {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;

  /** For the container. */
  public ImportBook() {}

  /** For tests: what the container would inject. */
  public ImportBook(EntityManager em, Ledger ledger) {
    this.em = em;
    this.ledger = ledger;
  }

  /** What a chunk's rows were in the end: written, or refused with why. */
  public record Written(List<ImportRow> written, List<ImportRow> refused) {}

  /** What would become of the rows; nothing is written. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public <T> List<ImportRow> preview(
      ImportTarget<T> target, RowJudge<T> judge, List<SheetRow> rows) {
    return judge(target, judge, rows).stream().map(Judged::row).toList();
  }

  /**
   * Writes the rows that still are what the preview said of them.
   *
   * @param expected by row number
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public <T> Written write(
      ImportTarget<T> target,
      RowJudge<T> judge,
      List<SheetRow> rows,
      Map<Integer, Kind> expected,
      ImportNote note) {
    List<ImportRow> written = new ArrayList<>();
    List<ImportRow> refused = new ArrayList<>();
    List<Supplier<Draft>> drafts = new ArrayList<>();
    for (Judged<T> judged : judge(target, judge, rows)) {
      ImportRow row = judged.row();
      if (row.kind().writes() && row.kind() == expected.get(row.number())) {
        drafts.add(target.put(em, judged, note));
        written.add(row);
      } else {
        refused.add(row.kind() == Kind.WRONG ? row : changedSince(row));
      }
    }
    em.flush();
    if (!drafts.isEmpty()) {
      ledger.appendAll(LedgerNews.AUDIT, drafts.stream().map(Supplier::get).toList());
    }
    return new Written(written, refused);
  }

  /** The import as a whole, after its last chunk. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public long close(ImportNote note, CanonicalText text) {
    return ledger.append(LedgerNews.AUDIT, "import:" + note.importId(), text).seq();
  }

  private <T> List<Judged<T>> judge(
      ImportTarget<T> target, RowJudge<T> judge, List<SheetRow> rows) {
    List<Typed<T>> typed = rows.stream().map(judge::typed).toList();
    Map<String, T> onFile = target.onFile(em, typed);
    return typed.stream().map(row -> judge.judge(row, onFile)).toList();
  }

  private static ImportRow changedSince(ImportRow row) {
    return new ImportRow(
        row.number(),
        Kind.WRONG,
        row.words(),
        List.of(new Fault("", "预览之后这条记录已被他人改动，没有写入。请重新上传这一行。")),
        List.of(),
        row.changes());
  }
}
