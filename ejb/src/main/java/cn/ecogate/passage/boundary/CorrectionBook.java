package cn.ecogate.passage.boundary;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.control.AnswerScript;
import cn.ecogate.passage.control.BarrierRules;
import cn.ecogate.passage.control.CorrectionRules;
import cn.ecogate.passage.control.CorrectionText;
import cn.ecogate.passage.entity.Correction;
import cn.ecogate.passage.entity.NewCorrection;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.registry.boundary.VehicleShelf;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Writes corrections of passages: ledger entry and row at once, each naming the one before. */
@Stateless
@PermitAll
public class CorrectionBook {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject VehicleShelf vehicles;
  @Inject SiteBook siteBook;
  @Inject Clock clock;
  @Inject Event<PassageChanged> changed;

  /** One transaction. Two at the same time: the unique place refuses one of them. */
  public Correction write(NewCorrection wanted, String user) {
    Passage passage =
        Optional.ofNullable(em.find(Passage.class, wanted.passageId()))
            .orElseThrow(
                () -> new Rejected("not-found", "", "没有编号为 " + wanted.passageId() + " 的通行记录。"));
    Optional<Correction> before =
        Optional.ofNullable(Standing.last(em, List.of(passage.getId())).get(passage.getId()));
    if (before.map(Correction::getPlace).orElse(0) != wanted.seen()) {
      throw stale();
    }
    PassageItems standing = before.map(Correction::items).orElseGet(() -> PassageItems.of(passage));
    PassageItems named = CorrectionRules.named(wanted.items(), standing);
    PassageItems items = CorrectionRules.whole(named, wanted, standing, filed(named));
    Correction correction =
        new Correction(
            passage.getId(),
            wanted.seen() + 1,
            items,
            BarrierRules.reason(wanted.reason()),
            user,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    em.detach(passage);
    passage.holds(items, correction.getPlace());
    correction.setLedgerSeq(
        ledger
            .append(
                "passage-correction",
                passage.getSerialNo(),
                CorrectionText.of(
                    siteBook.site().enterprise().number(),
                    passage,
                    reasons(passage),
                    answered(passage, RuleAnswer.Outcome.NOTES),
                    standing,
                    correction,
                    before))
            .seq());
    em.persist(correction);
    em.flush();
    changed.fireAsync(new PassageChanged(passage.getId(), passage.getLaneId()));
    return correction;
  }

  /** What two who correct at once are told, the second of them. */
  static Rejected stale() {
    return new Rejected("correction-changed", "", "刚刚有人更正了这条记录，请刷新后核对，再提交。");
  }

  private Optional<Vehicle> filed(PassageItems named) {
    return Optional.ofNullable(named.plate())
        .flatMap(plate -> vehicles.byPlate(new PlateNumber(plate), named.plateColor()));
  }

  /** The verdict is not given anew: what was decided then stays what was decided. */
  private static List<Reason> reasons(Passage passage) {
    return switch (passage.getOutcome()) {
      case REFUSED -> answered(passage, RuleAnswer.Outcome.REFUSES);
      case NEEDS_GUARD -> answered(passage, RuleAnswer.Outcome.ASKS_GUARD);
      case ADMITTED -> List.of();
    };
  }

  private static List<Reason> answered(Passage passage, RuleAnswer.Outcome outcome) {
    return AnswerScript.read(passage.getAnswers()).stream()
        .filter(answer -> answer.outcome() == outcome)
        .map(RuleAnswer::reason)
        .flatMap(Optional::stream)
        .toList();
  }
}
