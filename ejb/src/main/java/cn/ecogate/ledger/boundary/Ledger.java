package cn.ecogate.ledger.boundary;

import cn.ecogate.ledger.control.Frontier;
import cn.ecogate.ledger.control.LedgerAudit;
import cn.ecogate.ledger.control.MerkleTree;
import cn.ecogate.ledger.control.StoredEntry;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.LedgerCheck;
import cn.ecogate.ledger.entity.LedgerEntry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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
  @Inject LedgerNews news;
  @Resource TransactionSynchronizationRegistry transactions;
  @Inject @Any Instance<WrittenAlong> companions;

  @Inject @Any Instance<Provenance> origins;

  private Iterable<WrittenAlong> along = List.of();
  private List<Provenance> known = List.of();

  /** For the container. */
  public Ledger() {}

  /** For tests: what the container would inject. */
  public Ledger(
      EntityManager em, Clock clock, Event<EntryAppended> appended, WrittenAlong... along) {
    this.em = em;
    this.clock = clock;
    this.appended = appended;
    this.lastHead = new LastHead();
    this.news = new LedgerNews();
    this.along = List.of(along);
  }

  @PostConstruct
  void gatherCompanions() {
    along = companions.stream().toList();
    known = origins.stream().toList();
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
    return append(kind, () -> Draft.of(subject, text));
  }

  /**
   * The same for an entry that says what was found in the registers. If the head was not where this
   * node left it, somebody else may have changed them: then the draft is asked for once more, with
   * the head locked and {@link LedgerNews} under a new mark.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public LedgerEntry append(String kind, Supplier<Draft> draft) {
    return appendTogether(kind, () -> List.of(draft.get())).get(0);
  }

  /**
   * The same for some entries that belong together: still one question to the database, so that
   * nobody who wants to append waits for more than that.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<LedgerEntry> appendTogether(String kind, Supplier<List<Draft>> drafts) {
    LedgerRows rows = rows();
    return told(
        kind,
        appendAt(lastHead.get(), rows, kind, drafts.get())
            .or(() -> appendAt(whereItReallyIs(rows), rows, kind, drafts.get()))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the ledger's head moved although this append locked it")));
  }

  /**
   * Many entries in one transaction, each like {@link #append(String, String, CanonicalText)}, for
   * an import: the head is locked from here to the transaction's end, but for one writing and not
   * for many.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<LedgerEntry> appendAll(String kind, List<Draft> drafts) {
    LedgerRows rows = rows();
    List<LedgerRows.Appended> grown = grown(whereItReallyIs(rows), kind, drafts);
    rows.appendAll(grown);
    return told(kind, grown);
  }

  /** What is written is known to the next append, and to those who have to hear of it. */
  private List<LedgerEntry> told(String kind, List<LedgerRows.Appended> written) {
    lastHead.remember(written.get(written.size() - 1).after());
    if (kind.equals(LedgerNews.AUDIT)) {
      tellNews();
    }
    List<LedgerEntry> entries = written.stream().map(one -> one.entry().entry()).toList();
    entries.forEach(entry -> appended.fire(new EntryAppended(entry)));
    return entries;
  }

  private void tellNews() {
    news.changed();
    if (transactions != null) {
      transactions.registerInterposedSynchronization(
          new Synchronization() {
            @Override
            public void beforeCompletion() {
              // Told already.
            }

            @Override
            public void afterCompletion(int status) {
              news.changed();
            }
          });
    }
  }

  private Frontier whereItReallyIs(LedgerRows rows) {
    Frontier head = rows.lockHead();
    if (!Arrays.equals(head.bytes(), lastHead.get().bytes())) {
      news.changed();
    }
    return head;
  }

  /** Empty, with nothing written, if the head is not where it was believed. */
  private Optional<List<LedgerRows.Appended>> appendAt(
      Frontier before, LedgerRows rows, String kind, List<Draft> drafts) {
    List<LedgerRows.Appended> grown = grown(before, kind, drafts);
    return rows.append(before, grown) ? Optional.of(grown) : Optional.empty();
  }

  /** The entries of these drafts and the rows along with them, one after the other on that head. */
  private List<LedgerRows.Appended> grown(Frontier before, String kind, List<Draft> drafts) {
    List<LedgerRows.Appended> grown = new ArrayList<>();
    Frontier head = before;
    for (Draft draft : drafts) {
      LedgerRows.Appended one = grow(head, kind, draft);
      grown.add(one);
      head = one.after();
    }
    return grown;
  }

  private LedgerRows.Appended grow(Frontier before, String kind, Draft draft) {
    String subject = draft.subject();
    if (kind.length() > LONGEST_KIND || subject.length() > LONGEST_SUBJECT) {
      throw new IllegalStateException("too long for the ledger: " + kind + " " + subject);
    }
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String text = draft.text().closed(origin(), kind, subject, at);
    byte[] leafHash = MerkleTree.leafHash(text.getBytes(StandardCharsets.UTF_8));
    Frontier.Growth growth = before.append(leafHash);
    Frontier after = growth.frontier();
    StoredEntry stored =
        new StoredEntry(
            before.size(), kind, subject, text, leafHash, growth.nodes(), after.root(), at);
    List<RowAlong> beside = new ArrayList<>(draft.own().rows(stored.entry()));
    along.forEach(companion -> beside.addAll(companion.rows(stored.entry())));
    return new LedgerRows.Appended(stored, beside, after);
  }

  private Map<String, String> origin() {
    Map<String, String> lines = new LinkedHashMap<>();
    known.forEach(one -> lines.putAll(one.lines()));
    return lines;
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
