package cn.ecogate.ledger.boundary;

import cn.ecogate.ledger.entity.LedgerEntry;
import java.util.List;

/**
 * A component that keeps rows of its own about entries: asked for them before the entry is written,
 * because entry and rows travel to the database in one statement. Asked again, with another number,
 * if the head was not where it was believed: an answer must have no effect of its own.
 */
@FunctionalInterface
public interface WrittenAlong {

  List<RowAlong> rows(LedgerEntry entry);
}
