package cn.ecogate.passage.boundary;

import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.device.boundary.BarrierMoved;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.control.BarrierRules;
import cn.ecogate.passage.control.BarrierSentence;
import cn.ecogate.passage.control.BarrierText;
import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.passage.entity.BarrierRecord.Kind;
import cn.ecogate.passage.entity.Opening;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageAct;
import cn.ecogate.site.boundary.SiteBook;
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
import java.util.Optional;
import java.util.UUID;

/**
 * Writes what happens at barriers outside passages: row, lock, alarm and ledger entry in one
 * transaction, the same event once. The ledger comes last, because its head stays locked.
 */
@Stateless
@PermitAll
public class BarrierBook {

  /** A vehicle seen longer ago has nothing to do with a lift. */
  static final Duration SEEN_BEFORE = Duration.ofSeconds(60);

  /** No boom of ours stands up longer after its command without a reason. */
  static final Duration OPENED_BEFORE = Duration.ofMinutes(10);

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject AlarmDesk alarms;
  @Inject SiteBook siteBook;
  @Inject Clock clock;
  @Inject Event<BarrierRecorded> changed;

  /** For the container. */
  public BarrierBook() {}

  /** For tests: what the container would inject to explain records. */
  public BarrierBook(
      EntityManager em,
      Ledger ledger,
      AlarmDesk alarms,
      Clock clock,
      Event<BarrierRecorded> changed) {
    this.em = em;
    this.ledger = ledger;
    this.alarms = alarms;
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * A boom rose without a command; nothing happens, and nothing is returned, if this very rise is
   * recorded already.
   */
  public Optional<BarrierRecord> lift(BarrierMoved moved) {
    String key = "lift/" + moved.laneId() + "/" + moved.at();
    if (isKept(key)) {
      return Optional.empty();
    }
    Instant at = moved.at().truncatedTo(ChronoUnit.MILLIS);
    Optional<Passage> seen = seenBefore(moved.laneId(), at);
    String sentence = BarrierSentence.lift(moved.laneId(), at, seen);
    alarms.raise(Alarm.Kind.UNEXPLAINED_LIFT, moved.laneId(), sentence);
    return Optional.of(
        keep(
            new BarrierRecord(key, moved.laneId(), Kind.UNEXPLAINED_LIFT, at, now(), sentence)
                .at(moved.position())
                .concerns(seen.map(Passage::getSerialNo).orElse(null))));
  }

  /**
   * A boom stands up when the program begins to watch it, with no lock and no command of ours that
   * would explain it: somebody raised it meanwhile, nobody knows when. Silent while an earlier lift
   * of that barrier still waits for its explanation.
   */
  public Optional<BarrierRecord> foundUp(BarrierMoved moved) {
    Instant at = moved.at().truncatedTo(ChronoUnit.MILLIS);
    String lane = moved.laneId();
    if (em.find(BarrierLock.class, lane) != null
        || openedSince(lane, at.minus(OPENED_BEFORE))
        || waiting(Kind.UNEXPLAINED_LIFT, lane) > 0) {
      return Optional.empty();
    }
    String sentence = BarrierSentence.foundUp(lane, at);
    alarms.raise(Alarm.Kind.UNEXPLAINED_LIFT, lane, sentence);
    return Optional.of(
        keep(
            new BarrierRecord(
                    "found-up/" + lane + "/" + at, lane, Kind.UNEXPLAINED_LIFT, at, now(), sentence)
                .at(moved.position())));
  }

  /**
   * What the lane's camera saw when it was asked because of a lift, or why there is no picture: an
   * entry of its own, because the lift was recorded before anybody asked. The first answer stays.
   */
  public void photographed(long recordId, Optional<String> digest, String answer) {
    BarrierRecord record = em.find(BarrierRecord.class, recordId, LockModeType.PESSIMISTIC_WRITE);
    if (record.getPhotoAnswer() != null) {
      return;
    }
    record.photographed(digest, answer);
    changed.fire(new BarrierRecorded(record.getLaneId()));
    ledger.append("lift-photo", record.getRecordKey(), BarrierText.photographed(record, now()));
  }

  /** By a passage or by a person. */
  private boolean openedSince(String laneId, Instant from) {
    long acts =
        em.createQuery(
                "SELECT COUNT(r) FROM BarrierRecord r"
                    + " WHERE r.laneId = :lane AND r.kind = :kind AND r.at >= :from",
                Long.class)
            .setParameter("lane", laneId)
            .setParameter("kind", Kind.OPEN)
            .setParameter("from", from)
            .getSingleResult();
    long passages =
        em.createQuery(
                "SELECT COUNT(a) FROM PassageAct a, Passage p WHERE p.laneId = :lane"
                    + " AND p.recordedAt >= :from AND p.seenAt >= :from AND a.passageId = p.id"
                    + " AND a.kind = :kind AND a.outcome = :done",
                Long.class)
            .setParameter("lane", laneId)
            .setParameter("from", from)
            .setParameter("kind", PassageAct.Kind.BARRIER)
            .setParameter("done", Acknowledgement.Outcome.DONE)
            .getSingleResult();
    return acts + passages > 0;
  }

  /** Nobody used an opening; once for each passage. */
  public void notPassed(Opening opening) {
    String key = "not-passed/" + opening.passageSerial();
    if (isKept(key)) {
      return;
    }
    String sentence = BarrierSentence.notPassed(opening);
    alarms.raise(Alarm.Kind.OPENED_NOT_PASSED, opening.laneId(), sentence);
    keep(
        new BarrierRecord(
                key, opening.laneId(), Kind.OPENED_NOT_PASSED, opening.at(), now(), sentence)
            .concerns(opening.passageSerial()));
  }

  /**
   * Nobody was seen to use an opening, but the loop was not seen all the time either; no alarm,
   * because it may well have been used. Once for each passage.
   *
   * @param seenAgain since when the loop is seen; empty if it is not
   */
  public void passingUnknown(Opening opening, Optional<Instant> seenAgain) {
    String key = "passing-unknown/" + opening.passageSerial();
    // A program that was killed right after it had recorded it comes here with it once more.
    if (isKept(key) || isKept("not-passed/" + opening.passageSerial())) {
      return;
    }
    keep(
        new BarrierRecord(
                key,
                opening.laneId(),
                Kind.PASSING_UNKNOWN,
                opening.at(),
                now(),
                BarrierSentence.passingUnknown(opening, seenAgain))
            .concerns(opening.passageSerial()));
  }

  /** A person is about to tell the barrier something; a lock is in force from now on. */
  public BarrierRecord told(String laneId, Kind act, String who, String reason) {
    Instant now = now();
    String sentence = BarrierSentence.told(laneId, act, now, who, reason);
    BarrierRules.mode(act)
        .ifPresent(
            mode -> {
              em.persist(new BarrierLock(laneId, mode, now, who, reason));
              alarms.raise(Alarm.Kind.BARRIER_LOCKED, laneId, sentence);
            });
    return keep(
        new BarrierRecord("act/" + UUID.randomUUID(), laneId, act, now, now, sentence)
            .told(who, reason));
  }

  /**
   * What the device answered. A lock it did not take is no longer in force, and the ledger says so;
   * a lock it has let go is over.
   */
  public BarrierRecord answered(long recordId, Acknowledgement answer) {
    BarrierRecord record = em.find(BarrierRecord.class, recordId);
    record.answered(answer);
    boolean done = answer.outcome() == Acknowledgement.Outcome.DONE;
    boolean lock = BarrierRules.mode(record.getKind()).isPresent();
    if (lock && !done || record.getKind() == Kind.UNLOCK && done) {
      release(record.getLaneId());
    }
    changed.fire(new BarrierRecorded(record.getLaneId()));
    if (lock && !done) {
      ledger.append("barrier-act", record.getRecordKey(), BarrierText.refused(record, answer));
    }
    return record;
  }

  /** A person says why it happened; the alarm is over when nothing of its kind waits any more. */
  public BarrierRecord explain(long recordId, String who, String explanation) {
    BarrierRecord record = em.find(BarrierRecord.class, recordId, LockModeType.PESSIMISTIC_WRITE);
    if (record == null) {
      throw new Rejected("not-found", "", "没有编号为 " + recordId + " 的道闸记录。");
    }
    if (!record.isWaiting()) {
      throw new Rejected("not-waiting", "", "这条道闸记录不需要说明，或已由他人说明，请刷新列表。");
    }
    Instant now = now();
    record.explain(who, explanation, now);
    em.flush();
    if (!stillWaiting(record)) {
      alarms.clear(Alarm.Kind.valueOf(record.getKind().name()), record.getLaneId());
    }
    changed.fire(new BarrierRecorded(record.getLaneId()));
    ledger.append(
        "barrier-explanation",
        record.getRecordKey(),
        BarrierText.explained(record, who, explanation, now));
    return record;
  }

  /** An explanation will not do: the record waits again, and so does the alarm. */
  public BarrierRecord reopen(long recordId, String who, String why) {
    BarrierRecord record = em.find(BarrierRecord.class, recordId, LockModeType.PESSIMISTIC_WRITE);
    if (record == null || record.isWaiting()) {
      throw new IllegalStateException("barrier record " + recordId + " is not explained");
    }
    record.reopen();
    alarms.raise(
        Alarm.Kind.valueOf(record.getKind().name()), record.getLaneId(), record.getSentence());
    changed.fire(new BarrierRecorded(record.getLaneId()));
    ledger.append(
        "barrier-explanation",
        record.getRecordKey(),
        BarrierText.reopened(record, who, why, now()));
    return record;
  }

  private void release(String laneId) {
    BarrierLock lock = em.find(BarrierLock.class, laneId);
    if (lock != null) {
      em.remove(lock);
    }
    alarms.clear(Alarm.Kind.BARRIER_LOCKED, laneId);
  }

  private BarrierRecord keep(BarrierRecord record) {
    changed.fire(new BarrierRecorded(record.getLaneId()));
    record.setLedgerSeq(
        ledger
            .append(
                BarrierText.entryKind(record.getKind()),
                record.getRecordKey(),
                BarrierText.of(siteBook.site().enterprise().number(), record))
            .seq());
    em.persist(record);
    return record;
  }

  private boolean isKept(String key) {
    return em.createQuery(
                "SELECT COUNT(r) FROM BarrierRecord r WHERE r.recordKey = :key", Long.class)
            .setParameter("key", key)
            .getSingleResult()
        > 0;
  }

  private boolean stillWaiting(BarrierRecord like) {
    return waiting(like.getKind(), like.getLaneId()) > 0;
  }

  private long waiting(Kind kind, String laneId) {
    return em.createQuery(
            "SELECT COUNT(r) FROM BarrierRecord r"
                + " WHERE r.kind = :kind AND r.laneId = :lane AND r.explainedAt IS NULL",
            Long.class)
        .setParameter("kind", kind)
        .setParameter("lane", laneId)
        .getSingleResult();
  }

  private Optional<Passage> seenBefore(String laneId, Instant at) {
    return em.createQuery(
            "SELECT p FROM Passage p"
                + " WHERE p.laneId = :lane AND p.seenAt >= :from AND p.seenAt <= :at"
                + " ORDER BY p.seenAt DESC, p.id DESC",
            Passage.class)
        .setParameter("lane", laneId)
        .setParameter("from", at.minus(SEEN_BEFORE))
        .setParameter("at", at)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
