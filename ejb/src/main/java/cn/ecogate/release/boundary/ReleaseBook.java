package cn.ecogate.release.boundary;

import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.boundary.PassWatcher;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.release.control.ReleaseRules;
import cn.ecogate.release.control.ReleaseText;
import cn.ecogate.release.control.StillThere;
import cn.ecogate.release.entity.Release;
import cn.ecogate.release.entity.Release.State;
import cn.ecogate.release.entity.Ruling;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Writes releases and what becomes of exemptions, row and ledger entry in one transaction. Whatever
 * ends an exemption takes its row's lock first, so exactly one ending is recorded; the ledger comes
 * last, because its head stays locked.
 */
@Stateless
@PermitAll
public class ReleaseBook {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject AlarmDesk alarms;
  @Inject PassageSearch passages;
  @Inject PassWatcher loops;
  @Inject Registry registry;
  @Inject SiteBook siteBook;
  @Inject Clock clock;
  @Inject Event<ReleaseChanged> changed;

  /** A guard lets the vehicle in; {@code Rejected} if it is not there any more. */
  public Release release(Release release) {
    Passage passage = passage(release);
    present(passage);
    keep(release);
    release.setLedgerSeq(enterRelease(release, passage));
    release.setReleaseSeq(release.getLedgerSeq());
    return release;
  }

  /** Somebody asks for an exemption; {@code Rejected} if the vehicle is not there any more. */
  public Release ask(Release request) {
    Passage passage = passage(request);
    present(passage);
    keep(request);
    request.setLedgerSeq(
        ledger
            .append(
                "exemption",
                request.getNumber(),
                ReleaseText.asked(siteBook.site().enterprise().number(), request, passage))
            .seq());
    return request;
  }

  /** An approver says yes or no; the first answer, withdrawal, expiry or departure holds. */
  public Ruling answer(long id, String who, boolean approve, String words) {
    Release request = locked(id);
    ReleaseRules.anotherPerson(request, who);
    if (!request.isWaiting() || overByItself(request)) {
      return new Ruling.TooLate(request);
    }
    if (!approve) {
      over(request, State.DECLINED, who, words);
      return new Ruling.Declined(request);
    }
    request.grant(who, words, now());
    tell(request);
    request.setReleaseSeq(enterRelease(request, passage(request)));
    return new Ruling.Granted(request);
  }

  /** Who asked takes it back; {@code TooLate} if it was over already. */
  public Ruling withdraw(long id, String who) {
    Release request = locked(id);
    ReleaseRules.ownRequest(request, who);
    if (!request.isWaiting() || overByItself(request)) {
      return new Ruling.TooLate(request);
    }
    over(request, State.WITHDRAWN, who, "申请人撤回");
    return new Ruling.Declined(request);
  }

  /** Ends it if its time is over or its vehicle has left; empty unless that happened now. */
  public Optional<Release> endIfOver(long id) {
    Release request = locked(id);
    return Optional.of(request).filter(one -> one.isWaiting() && overByItself(one));
  }

  /** What the barrier answered to a release. */
  public Release told(long id, Acknowledgement answer) {
    Release release = locked(id);
    release.barrier(answer);
    tell(release);
    return release;
  }

  /** Somebody says how the promise to file was kept. */
  public Release keepPromise(long id, String who, String how) {
    Release release = locked(id);
    return kept(release, who, ReleaseRules.kept(release, how));
  }

  /**
   * Looks after an open promise: kept if the vehicle's filing was made or changed since, an alarm
   * once if its time is over.
   */
  public void follow(long id) {
    Release release = locked(id);
    if (!release.isPromiseOpen()) {
      return;
    }
    Optional<Vehicle> filed =
        Optional.ofNullable(release.getPlate())
            .flatMap(plate -> registry.byPlate(new PlateNumber(plate), release.getPlateColor()))
            .filter(vehicle -> vehicle.getChangedAt().isAfter(release.getAskedAt()));
    if (filed.isPresent()) {
      kept(release, null, "已备案或已更新备案");
    } else if (release.getRemindedAt() == null && now().isAfter(release.getPromisedUntil())) {
      release.remind(now());
      alarms.raise(
          Alarm.Kind.PROMISE_OVERDUE,
          release.getPassageSerial(),
          release.getAskedBy() + " 为" + vehicle(release) + "特批时承诺的备案已逾期，请督促补办");
      tell(release);
    }
  }

  private Release kept(Release release, String who, String how) {
    release.keepPromise(who, how, now());
    alarms.clear(Alarm.Kind.PROMISE_OVERDUE, release.getPassageSerial());
    tell(release);
    ledger.append("exemption", release.getNumber(), ReleaseText.kept(release));
    return release;
  }

  private boolean overByItself(Release request) {
    if (!now().isBefore(request.getExpiresAt())) {
      over(request, State.EXPIRED, null, "无人在限定时间内审批");
      return true;
    }
    Optional<String> gone = whyGone(passage(request));
    gone.ifPresent(why -> over(request, State.GONE, null, why));
    return gone.isPresent();
  }

  private void over(Release request, State how, String who, String words) {
    request.end(how, who, words, now());
    tell(request);
    ledger.append("exemption", request.getNumber(), ReleaseText.over(request));
  }

  private long enterRelease(Release release, Passage passage) {
    return ledger
        .append(
            "release",
            ReleaseText.serial(release),
            ReleaseText.released(siteBook.site().enterprise().number(), release, passage))
        .seq();
  }

  /** Two people may ask about one passage at once; then the unique keys decide. */
  private void keep(Release release) {
    em.persist(release);
    try {
      em.flush();
    } catch (PersistenceException e) {
      if (isDuplicate(e)) {
        throw new Rejected("released-meanwhile", "", "这次通行刚刚已由他人放行或申请特批，请看车道上的最新情况。");
      }
      throw e;
    }
    tell(release);
  }

  private static boolean isDuplicate(Throwable fault) {
    return fault instanceof SQLIntegrityConstraintViolationException
        || fault.getCause() != null && isDuplicate(fault.getCause());
  }

  private void present(Passage passage) {
    whyGone(passage)
        .ifPresent(
            why -> {
              throw new Rejected("vehicle-gone", "", why);
            });
  }

  private Optional<String> whyGone(Passage passage) {
    return StillThere.whyNot(
        passage,
        passages.newest(passage.getLaneId()),
        loops.lastOnLoop(passage.getLaneId()),
        clock.instant());
  }

  private Passage passage(Release release) {
    return passages
        .story(release.getPassageId())
        .map(PassageStory::passage)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "release " + release.getNumber() + " names a passage that is not there"));
  }

  private Release locked(long id) {
    Release release = em.find(Release.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (release == null) {
      throw new Rejected("not-found", "", "没有编号为 " + id + " 的放行记录。");
    }
    return release;
  }

  private void tell(Release release) {
    changed.fire(new ReleaseChanged(release.getId(), release.getLaneId(), release.getState()));
  }

  private static String vehicle(Release release) {
    return release.getPlate() == null ? "一辆无牌或未识别车辆" : " " + release.getPlate() + " ";
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
