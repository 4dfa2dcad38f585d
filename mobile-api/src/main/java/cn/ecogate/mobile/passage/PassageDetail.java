package cn.ecogate.mobile.passage;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.mobile.Word;
import cn.ecogate.passage.entity.PassageAct;
import cn.ecogate.uplink.entity.Dispatch;
import java.time.Instant;
import java.util.List;

/** A passage's whole story: why it was decided so, what was done, where it stands in the ledger. */
public record PassageDetail(
    PassageItem passage,
    List<Answer> answers,
    List<Act> acts,
    Entry ledger,
    List<Upload> uploads,
    LoadItem load,
    WeighingItem offer,
    List<TagItem> tags,
    List<CorrectionItem> corrections) {

  /** One rule's answer. */
  public record Answer(
      String rule,
      String title,
      String clause,
      String outcome,
      String found,
      String code,
      String reason) {

    static Answer of(RuleAnswer answer) {
      return new Answer(
          answer.rule(),
          answer.title(),
          answer.clause(),
          answer.outcome().name(),
          answer.found(),
          answer.reason().map(reason -> reason.code().name()).orElse(null),
          answer.reason().map(Reason::sentence).orElse(null));
    }
  }

  /** What a device was told and what it answered. */
  public record Act(String kind, String outcome, String words, Instant at, long elapsedMillis) {

    static Act of(PassageAct act) {
      return new Act(
          act.getKind().name(),
          act.getOutcome().name(),
          act.getWords(),
          act.getAt(),
          act.getElapsedMillis());
    }
  }

  /** Position and hashes in the ledger. */
  public record Entry(long seq, String leafHash, String rootHash, Instant at) {

    static Entry of(LedgerEntry entry) {
      return new Entry(entry.seq(), entry.leafHash(), entry.rootHash(), entry.at());
    }
  }

  /** The record's way to one platform. */
  public record Upload(
      String platform,
      Word state,
      int tries,
      Instant createdAt,
      Instant nextTryAt,
      Instant settledAt,
      String answer) {

    static Upload of(Dispatch dispatch) {
      return new Upload(
          dispatch.platformId(),
          Word.of(dispatch.state(), dispatch.state().label()),
          dispatch.tries(),
          dispatch.createdAt(),
          dispatch.state() == Dispatch.State.WAITING ? dispatch.nextTryAt() : null,
          dispatch.settledAt().orElse(null),
          dispatch.answer().orElse(null));
    }
  }
}
