package cn.ecogate.release.boundary;

import cn.ecogate.account.boundary.AccountBook;
import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.boundary.BarrierBook;
import cn.ecogate.passage.boundary.BarrierRecorded;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.release.control.DutyRules;
import cn.ecogate.release.control.DutyText;
import cn.ecogate.release.entity.LiftCause;
import cn.ecogate.release.entity.LiftDuty;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes whose duty an unexplained lift is and what comes of it: row and ledger entry at once. */
@Stateless
@PermitAll
public class DutyBook {

  private static final String KIND = "lift-duty";

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject BarrierBook barriers;
  @Inject AccountBook accounts;
  @Inject AlarmDesk alarms;
  @Inject Ledger ledger;
  @Inject Clock clock;
  @Inject Event<BarrierRecorded> changed;

  /** So long a person has to explain. */
  @Inject
  @ConfigProperty(name = "ecogate.explanation-within", defaultValue = "PT2H")
  Duration within;

  /** A record becomes somebody's duty: the guard's who signed in last; once for each record. */
  public void take(long recordId) {
    if (em.find(LiftDuty.class, recordId) != null) {
      return;
    }
    BarrierRecord record = em.find(BarrierRecord.class, recordId);
    Instant now = now();
    LiftDuty duty = new LiftDuty(record);
    duty.assign(
        DutyRules.onDuty(accounts.cards(""), now).orElse(null), null, now, now.plus(within));
    em.persist(duty);
    em.flush();
    assigned(duty);
  }

  /** Gives it to somebody, with the full time from now on. */
  public LiftDuty assign(long recordId, String to, String by) {
    LiftDuty duty = locked(recordId);
    DutyRules.open(duty);
    Instant now = now();
    duty.assign(DutyRules.assignee(to, accounts.cards("")), by, now, now.plus(within));
    calm(duty);
    assigned(duty);
    return duty;
  }

  /** Says why it happened: the barrier's record is explained, the duty waits for its review. */
  public LiftDuty explain(
      long recordId, String who, boolean editor, LiftCause cause, String words, String photo) {
    LiftDuty duty = locked(recordId);
    DutyRules.mayExplain(duty, who, editor);
    duty.explain(who, cause, words, photo, now());
    calm(duty);
    barriers.explain(recordId, who, cause.label() + "：" + words);
    ledger.append(KIND, duty.getRecordKey(), DutyText.explained(duty));
    return duty;
  }

  /** Another person finds that it will do, or sends it back: then the record waits again. */
  public LiftDuty review(long recordId, String who, boolean accepted, String words) {
    LiftDuty duty = locked(recordId);
    DutyRules.mayReview(duty, who);
    Instant now = now();
    if (accepted) {
      duty.accept(who, words, now);
    } else {
      duty.sendBack(who, words, now, now.plus(within));
      barriers.reopen(recordId, who, words);
    }
    tell(duty);
    ledger.append(KIND, duty.getRecordKey(), DutyText.reviewed(duty));
    return duty;
  }

  /** Raises the lane's alarm once for a duty whose time is over. */
  public void remind(long recordId) {
    LiftDuty duty = locked(recordId);
    Instant now = now();
    if (!duty.isOpen() || duty.getRemindedAt() != null || !now.isAfter(duty.getDueAt())) {
      return;
    }
    duty.remind(now);
    alarms.raise(
        Alarm.Kind.EXPLANATION_OVERDUE,
        duty.getLaneId(),
        (duty.getAssignedTo() == null ? "无人认领" : duty.getAssignedTo() + " 尚未说明")
            + "："
            + duty.getSentence());
    tell(duty);
  }

  private void assigned(LiftDuty duty) {
    tell(duty);
    ledger.append(KIND, duty.getRecordKey(), DutyText.assigned(duty));
  }

  /** The lane's alarm is over when nothing else in it is overdue. */
  private void calm(LiftDuty duty) {
    em.flush();
    boolean others =
        em.createQuery(
                    "SELECT COUNT(d) FROM LiftDuty d WHERE d.laneId = :lane AND d.state = :open"
                        + " AND d.remindedAt IS NOT NULL AND d.recordId <> :self",
                    Long.class)
                .setParameter("lane", duty.getLaneId())
                .setParameter("open", LiftDuty.State.OPEN)
                .setParameter("self", duty.getRecordId())
                .getSingleResult()
            > 0;
    if (!others) {
      alarms.clear(Alarm.Kind.EXPLANATION_OVERDUE, duty.getLaneId());
    }
  }

  private LiftDuty locked(long recordId) {
    LiftDuty duty = em.find(LiftDuty.class, recordId, LockModeType.PESSIMISTIC_WRITE);
    if (duty == null) {
      throw new Rejected("not-found", "", "没有编号为 " + recordId + " 的待说明道闸记录。");
    }
    return duty;
  }

  private void tell(LiftDuty duty) {
    changed.fire(new BarrierRecorded(duty.getLaneId()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
