package cn.ecogate.uplink.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import cn.ecogate.uplink.control.RetryPlan;
import cn.ecogate.uplink.entity.Answer;
import cn.ecogate.uplink.entity.CallMade;
import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.LineOutage;
import cn.ecogate.uplink.entity.OutboxRow;
import cn.ecogate.uplink.entity.PlatformCall;
import cn.ecogate.uplink.entity.PlatformLine;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The queue between ledger and platforms: claims before a call, settlements after it, each in a
 * short transaction of its own. Who holds the platform's line row is alone with its queue.
 */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class Outbox {

  /** So long a record counts as live; after that, newer ones overtake it. */
  static final Duration LIVE = Duration.ofSeconds(60);

  /** How many records of a lane are claimed at once. */
  private static final int BATCH = 4;

  private static final int AGEING_BATCH = 1000;

  private static final Logger LOG = System.getLogger(Outbox.class.getName());

  /** What a sender takes: each has its own, so that no live record waits behind the backlog. */
  public enum Part {
    LIVE,
    BACKLOG
  }

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Clock clock;

  RetryPlan plan = RetryPlan.USUAL;
  RandomGenerator chance = RandomGenerator.getDefault();

  /** Makes sure the platform has its line row. */
  public void open(String platformId) {
    em.createNativeQuery(
            "INSERT IGNORE INTO platform_line (platform_id, online, accepted, failures)"
                + " VALUES (?, FALSE, 0, 0)")
        .setParameter(1, platformId)
        .executeUpdate();
  }

  /**
   * The next records of one lane, in the ledger's order: of the lane whose oldest has waited
   * longest and which nobody else is sending for. None while the line is quiet. They are the node's
   * until the lease ends.
   */
  public List<OutboxRow> claim(String platformId, String node, Duration lease, Part part) {
    Instant now = clock.instant();
    if (line(platformId).isQuiet(now)) {
      return List.of();
    }
    reclaim(platformId, now);
    age(platformId, now);
    boolean backlog = part == Part.BACKLOG;
    List<OutboxRow> batch =
        firstDue(platformId, backlog, busyLanes(platformId, part), now)
            .map(first -> lock(ofLane(first, now)))
            .orElse(List.of());
    batch.forEach(row -> row.claim(node, now.plus(lease)));
    return batch;
  }

  /** Puts a claimed record back until another one is there. */
  public void postpone(OutboxRow claimed, String node, String words) {
    line(claimed.getPlatformId());
    OutboxRow row = lockedRow(claimed.getId());
    if (row.isClaimedBy(node)) {
      row.postpone(clock.instant().plus(plan.first()), words);
    }
  }

  /** Puts claimed records back untried. */
  public void giveBack(Collection<OutboxRow> rows, String node) {
    for (OutboxRow row : rows) {
      line(row.getPlatformId());
      OutboxRow kept = lockedRow(row.getId());
      if (kept.isClaimedBy(node)) {
        kept.giveBack();
      }
    }
  }

  /**
   * Writes down what became of a claimed record. If the lease ran out and somebody else has it now,
   * the answer is dropped: the key makes the other's repeat harmless.
   */
  public State settle(OutboxRow claimed, String node, Exchange exchange) {
    PlatformLine line = line(claimed.getPlatformId());
    OutboxRow row = lockedRow(claimed.getId());
    keep(row.getPlatformId(), row.getId(), claimed.getTries() + 1, exchange);
    Answer answer = exchange.answer();
    if (!row.isClaimedBy(node)) {
      LOG.log(
          Level.WARNING,
          "The answer about record {0} came after its lease had ended; whoever holds it now settles it. Answer: {1}",
          row.getSubject(),
          answer.words());
      return row.getState();
    }
    Instant now = clock.instant();
    answer.match(
        accepted -> {
          row.accepted(now, accepted.words());
          exchange.told().ifPresent(row::numbered);
          answered(line, now);
          line.accepted(now, exchange.took());
          return null;
        },
        refused -> {
          block(row, now, refused.words());
          answered(line, now);
          return null;
        },
        again -> {
          tryAgain(row, line, now, again);
          return null;
        });
    return row.getState();
  }

  /** A heartbeat's outcome; the first one answered after a trouble sends everything on its way. */
  public void heard(String platformId, Exchange exchange) {
    PlatformLine line = line(platformId);
    keep(platformId, null, 1, exchange);
    Instant now = clock.instant();
    boolean wasDown = !line.isOnline();
    exchange
        .answer()
        .match(
            accepted -> {
              answered(line, now);
              return null;
            },
            refused -> {
              answered(line, now);
              return null;
            },
            again -> {
              failed(line, now, again.words());
              return null;
            });
    if (wasDown && line.isOnline()) {
      wake(platformId, now);
    }
  }

  private void tryAgain(OutboxRow row, PlatformLine line, Instant now, Answer.TryAgain again) {
    // Online: the call before this one, another record's or a heartbeat's, was answered.
    boolean othersPass =
        line.isOnline()
            && line.lastAccepted().filter(at -> at.isAfter(row.getCreatedAt())).isPresent();
    if (again.reached() && othersPass && row.getTries() + 1 >= plan.patience()) {
      block(row, now, "已试 " + plan.patience() + " 次，平台收了别的记录，唯独不收这一条：" + again.words());
      return;
    }
    if (!again.reached() && line.isQuiet(now)) {
      // Another of those on the line noticed first: one outage, not one for each of them.
      row.tryAgain(now, again.words());
      return;
    }
    failed(line, now, again.words());
    if (again.reached()) {
      row.tryAgain(now.plus(plan.after(row.getTries() + 1, chance.nextDouble())), again.words());
    } else {
      row.tryAgain(now, again.words());
      line.quietUntil(now.plus(plan.after(line.getFailures(), chance.nextDouble())));
    }
  }

  private static void block(OutboxRow row, Instant now, String words) {
    row.blocked(now, words);
    LOG.log(
        Level.ERROR,
        "Platform {0} refuses record {1}: {2}. It is blocked until a person puts it right and releases it on the uploads page.",
        row.getPlatformId(),
        row.getSubject(),
        words);
  }

  private void answered(PlatformLine line, Instant now) {
    if (!line.isOnline()) {
      LOG.log(
          Level.INFO,
          "The line to platform {0} is up; what waits is being sent.",
          line.getPlatformId());
      standing(line.getPlatformId()).forEach(outage -> outage.over(now));
    }
    line.answered(now);
  }

  private void failed(PlatformLine line, Instant now, String words) {
    if (line.isOnline() || line.since().isEmpty()) {
      LOG.log(
          Level.WARNING,
          "A call to platform {0} failed: {1}. Records stay in the queue and are sent again by the retry plan.",
          line.getPlatformId(),
          words);
      em.persist(new LineOutage(line.getPlatformId(), now, words));
    }
    line.failed(now, words);
  }

  private List<LineOutage> standing(String platformId) {
    return em.createQuery(
            "SELECT o FROM LineOutage o WHERE o.platformId = :platform AND o.until IS NULL",
            LineOutage.class)
        .setParameter("platform", platformId)
        .getResultList();
  }

  /** What was said and answered stays, whoever settles the record. */
  private void keep(String platformId, Long dispatchId, int tryNo, Exchange exchange) {
    for (CallMade call : exchange.calls()) {
      em.persist(new PlatformCall(platformId, dispatchId, tryNo, call));
      em.flush(); // otherwise the provider writes them in an order of its own
    }
  }

  private PlatformLine line(String platformId) {
    PlatformLine line = em.find(PlatformLine.class, platformId, LockModeType.PESSIMISTIC_WRITE);
    if (line == null) {
      throw new IllegalStateException("platform " + platformId + " has no line row");
    }
    return line;
  }

  private OutboxRow lockedRow(Long id) {
    return em.find(OutboxRow.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** What a node left behind when it died comes back when its lease ends. */
  private void reclaim(String platformId, Instant now) {
    List<OutboxRow> orphans =
        em.createQuery(
                "SELECT r FROM OutboxRow r WHERE r.platformId = :platform AND r.state = :claimed"
                    + " AND r.claimedUntil < :now",
                OutboxRow.class)
            .setParameter("platform", platformId)
            .setParameter("claimed", State.CLAIMED)
            .setParameter("now", now)
            .getResultList();
    for (OutboxRow orphan : orphans) {
      em.persist(PlatformCall.lost(orphan, now));
      orphan.giveBack();
    }
    em.flush();
  }

  private void age(String platformId, Instant now) {
    em.createQuery(
            "SELECT r FROM OutboxRow r WHERE r.platformId = :platform AND r.state = :waiting"
                + " AND r.backlog = FALSE AND r.createdAt < :live ORDER BY r.ledgerSeq",
            OutboxRow.class)
        .setParameter("platform", platformId)
        .setParameter("waiting", State.WAITING)
        .setParameter("live", now.minus(LIVE))
        .setMaxResults(AGEING_BATCH)
        .getResultList()
        .forEach(OutboxRow::becomeBacklog);
    em.flush();
  }

  /** A lane's backlog waits for its live records on the way, never the other way round. */
  private Set<String> busyLanes(String platformId, Part part) {
    return new HashSet<>(
        em.createQuery(
                "SELECT DISTINCT r.lane FROM OutboxRow r"
                    + " WHERE r.platformId = :platform AND r.state = :claimed"
                    + (part == Part.LIVE ? " AND r.backlog = FALSE" : ""),
                String.class)
            .setParameter("platform", platformId)
            .setParameter("claimed", State.CLAIMED)
            .getResultList());
  }

  /** A lane whose first record has to wait waits as a whole, so we ask again without it. */
  private Optional<OutboxRow> firstDue(
      String platformId, boolean backlog, Set<String> busy, Instant now) {
    // Never empty: NOT IN () is no SQL.
    Set<String> closed = new HashSet<>(busy);
    closed.add("");
    while (true) {
      List<OutboxRow> next =
          waiting("r.lane NOT IN :lanes", platformId, backlog, closed)
              .setMaxResults(1)
              .getResultList();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      if (!next.get(0).getNextTryAt().isAfter(now)) {
        return Optional.of(next.get(0));
      }
      closed.add(next.get(0).getLane());
    }
  }

  /** That record and what follows it in its lane, as far as it is due. */
  private List<OutboxRow> ofLane(OutboxRow first, Instant now) {
    return waiting(
            "r.lane IN :lanes", first.getPlatformId(), first.isBacklog(), Set.of(first.getLane()))
        .setMaxResults(BATCH)
        .getResultList()
        .stream()
        .takeWhile(row -> !row.getNextTryAt().isAfter(now))
        .toList();
  }

  private TypedQuery<OutboxRow> waiting(
      String which, String platformId, boolean backlog, Set<String> lanes) {
    return em.createQuery(
            "SELECT r FROM OutboxRow r WHERE r.platformId = :platform AND r.state = :waiting"
                + " AND r.backlog = :backlog AND "
                + which
                + " ORDER BY r.ledgerSeq",
            OutboxRow.class)
        .setParameter("platform", platformId)
        .setParameter("waiting", State.WAITING)
        .setParameter("backlog", backlog)
        .setParameter("lanes", lanes);
  }

  /**
   * Locks them by primary key only: a lock on a range of the queue's index would hold up the very
   * transactions that record trucks. What follows a record that somebody else has locked is left.
   */
  private List<OutboxRow> lock(List<OutboxRow> candidates) {
    StringBuilder sql = new StringBuilder("SELECT id FROM dispatch WHERE id IN (");
    candidates.forEach(row -> sql.append(row.getId()).append(','));
    sql.setCharAt(sql.length() - 1, ')');
    sql.append(" AND state = 'WAITING' FOR UPDATE SKIP LOCKED");
    Set<Long> locked = new HashSet<>();
    for (Object id : em.createNativeQuery(sql.toString()).getResultList()) {
      locked.add(((Number) id).longValue());
    }
    return candidates.stream().takeWhile(row -> locked.contains(row.getId())).toList();
  }

  private void wake(String platformId, Instant now) {
    em.createQuery(
            "SELECT r FROM OutboxRow r WHERE r.platformId = :platform AND r.state = :waiting"
                + " AND r.nextTryAt > :now",
            OutboxRow.class)
        .setParameter("platform", platformId)
        .setParameter("waiting", State.WAITING)
        .setParameter("now", now)
        .getResultList()
        .forEach(row -> row.wake(now));
  }
}
