package cn.ecogate.registry.boundary;

import cn.ecogate.ledger.boundary.Draft;
import cn.ecogate.registry.control.RowJudge.Judged;
import cn.ecogate.registry.control.RowJudge.Typed;
import cn.ecogate.registry.control.SheetForm;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What an import has to know of one register; called inside the import's transaction. */
public interface ImportTarget<T> {

  SheetForm<T> form(LocalDate today);

  /** What is on file under any identity of those rows, by identity. */
  Map<String, T> onFile(EntityManager em, List<Typed<T>> rows);

  /**
   * Puts one judged row into the register. The audit entry is asked for after the rows are written:
   * a new thing has no number before.
   */
  Supplier<Draft> put(EntityManager em, Judged<T> judged, ImportNote note);
}
