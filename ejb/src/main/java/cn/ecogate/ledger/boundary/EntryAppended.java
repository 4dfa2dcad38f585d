package cn.ecogate.ledger.boundary;

import cn.ecogate.ledger.entity.LedgerEntry;

/**
 * CDI event, synchronous and inside the appending transaction: an observer that fails takes the
 * entry back.
 */
public record EntryAppended(LedgerEntry entry) {}
