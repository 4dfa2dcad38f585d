package cn.ecogate.ledger.boundary;

import cn.ecogate.ledger.control.Frontier;
import cn.ecogate.ledger.control.LedgerAudit;
import cn.ecogate.ledger.control.MerkleTree;
import cn.ecogate.ledger.control.StoredEntry;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.LedgerCheck;
import cn.ecogate.ledger.entity.LedgerEntry;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The append-only ledger: contiguous entries under an RFC 6962 tree. */
@Stateless
public class Ledger {

  private static final int LONGEST_KIND = 32;
  private static final int LONGEST_SUBJECT = 128;

  /** Entries held at a time while verifying; a text is a few kilobytes. */
  private static final int PAGE = 1_000;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Clock clock;
  @Inject Event<EntryAppended> appended;
  @Inject LastHead lastHead;

  /** For the container. */
  public Ledger() {}

  /** For tests: what the container would inject. */
  public Ledger(EntityManager em, Clock clock, Event<EntryAppended> appended) {
    this.em = em;
    this.clock = clock;
    this.appended = appended;
    this.lastHead = new LastHead();
  }

  /**
   * Appends inside the caller's transaction and fires {@link EntryAppended}. The head stays locked
   * until that transaction ends: append late in it.
   *
   * @param kind what it records, e.g. {@code passage}
   * @param subject the recorded thing's own key
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public LedgerEntry append(String kind, String subject, CanonicalText text) {
    if (kind.length() > LONGEST_KIND || subject.length() > LONGEST_SUBJECT) {
      throw new IllegalStateException("too long for the ledger: " + kind + " " + subject);
    }
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String closed = text.closed(kind, subject, at);
    byte[] leafHash = MerkleTree.leafHash(closed.getBytes(StandardCharsets.UTF_8));

    LedgerRows rows = rows();
    Frontier before = lastHead.get();
    Frontier.Growth growth = before.append(leafHash);
    if (!rows.moveHead(before, growth.frontier())) {
      before = rows.lockHead();
      growth = before.append(leafHash);
      if (!rows.moveHead(before, growth.frontier())) {
        throw new IllegalStateException("the ledger's head moved although this append locked it");
      }
    }
    lastHead.remember(growth.frontier());
    StoredEntry stored =
        new StoredEntry(
            before.size(),
            kind,
            subject,
            closed,
            leafHash,
            growth.nodes(),
            growth.frontier().root(),
            at);
    rows.insert(stored);

    LedgerEntry entry = stored.entry();
    appended.fire(new EntryAppended(entry));
    return entry;
  }

  public Optional<LedgerEntry> entry(long seq) {
    return rows().from(seq, 1).stream()
        .filter(stored -> stored.seq() == seq)
        .findFirst()
        .map(StoredEntry::entry);
  }

  /** The entries about one thing, oldest first. */
  public List<LedgerEntry> about(String kind, String subject) {
    return rows().about(kind, subject).stream().map(StoredEntry::entry).toList();
  }

  /** The newest entry, empty before the first. */
  public Optional<LedgerEntry> head() {
    return rows().newest().stream().findFirst().map(StoredEntry::entry);
  }

  /**
   * RFC 6962 audit path of entry {@code seq} in the tree of {@code size} entries, leaf to root,
   * lower-case hex.
   */
  public List<String> proof(long seq, long size) {
    LedgerRows rows = rows();
    return hex(MerkleTree.inclusionProof(seq, size, rows::nodes));
  }

  /** RFC 6962 proof that the tree of {@code newer} entries begins with that of {@code older}. */
  public List<String> consistency(long older, long newer) {
    LedgerRows rows = rows();
    return hex(MerkleTree.consistencyProof(older, newer, rows::nodes));
  }

  /** Recomputes everything from the texts: sequence without holes, every leaf hash, every root. */
  public LedgerCheck verify() {
    LedgerRows rows = rows();
    Frontier head = rows.readHead(); // the first read fixes the snapshot that all pages are read in
    LedgerAudit audit = new LedgerAudit();
    long next = 0;
    List<StoredEntry> page;
    do {
      page = rows.from(next, PAGE);
      page.forEach(audit::next);
      next = page.isEmpty() ? next : page.get(page.size() - 1).seq() + 1;
    } while (page.size() == PAGE);
    return audit.finish(head.size(), head.bytes());
  }

  private LedgerRows rows() {
    return new LedgerRows(em.unwrap(Connection.class));
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(HexFormat.of()::formatHex).toList();
  }
}
