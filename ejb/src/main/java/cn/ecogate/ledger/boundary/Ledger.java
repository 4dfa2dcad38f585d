package cn.ecogate.ledger.boundary;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.LedgerCheck;
import cn.ecogate.ledger.entity.LedgerEntry;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;

/** The append-only ledger: contiguous entries under an RFC 6962 tree. */
@Stateless
public class Ledger {

  /** Appends inside the caller's transaction (MANDATORY) and fires {@link EntryAppended}. */
  public LedgerEntry append(String kind, String subject, CanonicalText text) {
    throw new IllegalStateException("not built yet");
  }

  public Optional<LedgerEntry> entry(long seq) {
    throw new IllegalStateException("not built yet");
  }

  /** The newest entry, empty before the first. */
  public Optional<LedgerEntry> head() {
    throw new IllegalStateException("not built yet");
  }

  /**
   * RFC 6962 audit path of entry {@code seq} in the tree of {@code size} entries, leaf to root,
   * lower-case hex.
   */
  public List<String> proof(long seq, long size) {
    throw new IllegalStateException("not built yet");
  }

  /** Recomputes everything from the texts: sequence without holes, every leaf hash, every root. */
  public LedgerCheck verify() {
    throw new IllegalStateException("not built yet");
  }
}
