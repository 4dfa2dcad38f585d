package cn.ecogate.web.ledger;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.boundary.LedgerReview;
import cn.ecogate.ledger.entity.LedgerCheck;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.web.frame.Caller;
import cn.ecogate.web.frame.Moments;
import cn.ecogate.web.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The ledger as a whole: how long it is, its root, and the proof that nothing in it was changed.
 */
@Named
@RequestScoped
public class LedgerScreen {

  @Inject Ledger ledger;
  @Inject LedgerReview review;
  @Inject Caller caller;
  @Inject Moments moments;
  @Inject Words words;

  private Optional<LedgerEntry> head;

  /** Recomputing ten million entries takes minutes: not for everybody. */
  public void verify() {
    if (caller.isReviewer()) {
      review.begin();
    }
  }

  public boolean isRunning() {
    return review.running().isPresent();
  }

  public String getProgress() {
    long seconds =
        review
            .running()
            .map(since -> Duration.between(since, moments.getNow()).toSeconds())
            .orElse(0L);
    return words.say("ledger.running", seconds);
  }

  public boolean isVerified() {
    return review.outcome().isPresent();
  }

  public boolean isSound() {
    return check().map(LedgerCheck::sound).orElse(false);
  }

  public String getSentence() {
    LedgerReview.Outcome outcome = review.outcome().orElseThrow();
    String at = moments.full(outcome.begun());
    return check()
        .map(
            check ->
                check.sound()
                    ? words.say("ledger.sound", at, check.entries(), outcome.took().toMillis())
                    : words.say("ledger.unsound", at, check.entries(), check.faults().size()))
        .orElseGet(() -> words.say("ledger.unread", at));
  }

  public String getVerifiedRoot() {
    return check().map(LedgerCheck::rootHash).orElse("");
  }

  public List<String> getFaults() {
    return check().map(LedgerCheck::faults).orElse(List.of());
  }

  public LedgerEntry getHead() {
    if (head == null) {
      head = ledger.head();
    }
    return head.orElse(null);
  }

  private Optional<LedgerCheck> check() {
    return review.outcome().flatMap(LedgerReview.Outcome::check);
  }
}
