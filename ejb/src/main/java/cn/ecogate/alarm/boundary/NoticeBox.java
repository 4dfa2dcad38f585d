package cn.ecogate.alarm.boundary;

import cn.ecogate.alarm.control.TellingPlan;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmChannel;
import cn.ecogate.alarm.entity.AlarmNotice;
import cn.ecogate.alarm.entity.Telling;
import cn.ecogate.alarm.entity.ToldAnswer;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The notices as rows: claimed before the call, settled after it, each in a transaction of its own.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NoticeBox {

  private static final int BATCH = 20;
  private static final int LONGEST_ANSWER = 300;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Clock clock;

  /** A notice with what it tells and whom. */
  public record Claimed(long id, Telling telling, AlarmChannel channel) {}

  /**
   * Takes what is due; nobody else has it until the lease is over.
   *
   * @param node who takes it
   */
  public List<Claimed> claim(String node, Duration lease) {
    Instant now = now();
    return em
        .createQuery(
            "SELECT n FROM AlarmNotice n WHERE n.state = :waiting AND n.nextTryAt <= :now"
                + " OR n.state = :claimed AND n.claimedUntil <= :now ORDER BY n.id",
            AlarmNotice.class)
        .setParameter("waiting", AlarmNotice.State.WAITING)
        .setParameter("claimed", AlarmNotice.State.CLAIMED)
        .setParameter("now", now)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setMaxResults(BATCH)
        .getResultList()
        .stream()
        .map(notice -> claimed(notice, node, now.plus(lease), now))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Claimed> claimed(AlarmNotice notice, String node, Instant until, Instant now) {
    AlarmChannel channel = em.find(AlarmChannel.class, notice.getChannelId());
    Alarm alarm = em.find(Alarm.class, notice.getAlarmId());
    if (channel == null || alarm == null || !channel.isEnabled()) {
      notice.givenUp("渠道已停用或删除", now);
      return Optional.empty();
    }
    Optional<Instant> later = channel.quietUntil(alarm.getSeverity(), now);
    if (later.isPresent()) {
      notice.hold("静默时段，到时再通知", later.get());
      return Optional.empty();
    }
    notice.claim(node, until);
    return Optional.of(
        new Claimed(
            notice.getId(),
            new Telling(notice.getId(), alarm, notice.getEvent(), notice.getCreatedAt()),
            channel));
  }

  /** Nothing happens if somebody else has taken it meanwhile. */
  public void settle(long id, String node, ToldAnswer answer) {
    AlarmNotice notice = em.find(AlarmNotice.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (notice == null || !notice.heldBy(node)) {
      return;
    }
    Instant now = now();
    answer.match(
        taken -> {
          notice.told(cut(taken.words()), now);
          return null;
        },
        notTaken -> {
          TellingPlan.after(notice.getTries())
              .ifPresentOrElse(
                  pause -> notice.again(cut(notTaken.words()), now.plus(pause)),
                  () -> notice.givenUp(cut(notTaken.words()), now));
          return null;
        });
  }

  private static String cut(String words) {
    return words.length() <= LONGEST_ANSWER ? words : words.substring(0, LONGEST_ANSWER);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
