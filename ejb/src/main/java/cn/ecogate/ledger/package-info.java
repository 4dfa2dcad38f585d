/**
 * Purpose: the append-only ledger that proves what was recorded, and when, in which order.
 *
 * <p>Offers: {@link cn.ecogate.ledger.boundary.Ledger}: append, read, proofs of inclusion and
 * consistency, verify; {@link cn.ecogate.ledger.boundary.EntryAppended} inside the appending
 * transaction; {@link cn.ecogate.ledger.entity.CanonicalText} to write an entry's text.
 *
 * <p>Requirements: tamper-evident records and audit log, kept at least 24 months (HJ 1321-2023
 * ledgers); nothing saved is ever changed, a correction is a new entry.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The tree is RFC 6962's: anyone can check a proof with a few lines of any language.
 *       Rejected: a chain of hashes, whose every proof is the whole ledger.
 *   <li>A leaf is the whole text, to which the ledger adds kind, subject and time: nothing beside
 *       the text can be changed unseen.
 *   <li>One row, {@code ledger_head}, is locked from append to commit. So the sequence has no holes
 *       on any number of nodes, and appends commit one after the other. Rejected: auto-increment,
 *       which leaves a hole at every rollback.
 *   <li>What the next append needs is remembered between appends and compared in the update that
 *       takes the lock. If another node or a rollback was in between, the update finds nothing, the
 *       head is read under the lock and the draft is asked for again.
 *   <li>Head, entry and the rows that belong to it ({@link
 *       cn.ecogate.ledger.boundary.WrittenAlong}) go to the database in one compound statement: a
 *       truck waits for it. Rejected: a stored procedure, which would know other components'
 *       tables; observers that write for themselves, a question each.
 *   <li>Every change of a register is an entry of kind {@code audit} in its own transaction, so
 *       {@link cn.ecogate.ledger.boundary.LedgerNews} knows when facts kept at hand ({@link
 *       cn.ecogate.ledger.boundary.Shelf}) are no longer those of the registers, on this node at
 *       once, on another before its next entry is written.
 *   <li>Every entry keeps the inner nodes it completed (32 bytes an entry on average): a proof
 *       reads O(log n) rows by primary key in one query. Rejected: recomputing from ten million
 *       leaves.
 *   <li>Plain SQL on the transaction's connection; no entity, so that no cache or merge can ever
 *       write an entry.
 *   <li>Triggers refuse UPDATE and DELETE of entries. They stop accidents; against who may drop
 *       them, {@code verify} recomputes everything from the texts.
 *   <li>{@code verify} goes on with the stored hash after a changed text, so one change is one
 *       fault; a thousand entries are in memory at a time.
 * </ul>
 *
 * <p>Limits: who cuts off the newest entries and sets the head back consistently is only caught by
 * a root kept elsewhere.
 *
 * <p>Out of scope: what the texts say; signed checkpoints; retention.
 */
package cn.ecogate.ledger;
