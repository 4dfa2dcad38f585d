package cn.ecogate.strategy.boundary;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.strategy.control.NeverLaxer;
import cn.ecogate.strategy.control.Reception;
import cn.ecogate.strategy.control.StrategyCheck;
import cn.ecogate.strategy.control.StrategyText;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.Origin;
import cn.ecogate.strategy.entity.ReceivedStrategy;
import cn.ecogate.strategy.entity.StrategyEdition;
import cn.ecogate.strategy.entity.StrategyEdition.Act;
import cn.ecogate.strategy.entity.StrategyReceipt;
import cn.ecogate.strategy.entity.StrategyReceipt.Change;
import cn.ecogate.strategy.entity.StrategyRow;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Does what {@link Strategies} allows, for callers who name the person themselves because nobody is
 * signed in where they run, and takes what platforms send. It asks for no role: screens and
 * resources use {@link Strategies}.
 */
@Stateless
@PermitAll
public class StrategyDesk {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject Clock clock;
  @Inject Event<StrategiesChanged> changed;

  /** For the container. */
  public StrategyDesk() {}

  /** For tests: what the container would inject. */
  public StrategyDesk(
      EntityManager em, Ledger ledger, Clock clock, Event<StrategiesChanged> changed) {
    this.em = em;
    this.ledger = ledger;
    this.clock = clock;
    this.changed = changed;
  }

  /** Keeps a strategy for that user; its id is given here. */
  public ControlStrategy add(ControlStrategy strategy, String who) {
    StrategyCheck.check(strategy);
    return keep(strategy.as(0, 1), Act.ADDED, who, "");
  }

  /**
   * Makes another edition; the one it was made from is named by id and edition. {@code Rejected} if
   * somebody else made one meanwhile, or if it is laxer than the platform's order.
   */
  public ControlStrategy amend(ControlStrategy strategy, String why, String who) {
    StrategyRow latest = latest(strategy.id(), strategy.edition());
    ControlStrategy before = latest.strategy();
    ControlStrategy next =
        new ControlStrategy(
            before.id(),
            before.edition() + 1,
            strategy.name(),
            strategy.alert(),
            strategy.response(),
            strategy.from(),
            strategy.until(),
            strategy.hours(),
            strategy.measure(),
            strategy.restrictions(),
            strategy.spared(),
            before.origin());
    StrategyCheck.check(next);
    notLaxer(next);
    String reason = StrategyCheck.reason(why, "修改原因");
    latest.giveWay();
    return keep(next, Act.AMENDED, who, reason);
  }

  /** Ends it now; a platform's ends only by the platform. */
  public ControlStrategy end(long id, int edition, String why, String who) {
    StrategyRow latest = latest(id, edition);
    ControlStrategy before = latest.strategy();
    Instant now = now();
    if (before.until().filter(end -> !end.isAfter(now)).isPresent()) {
      throw new Rejected("already-over", "", "该策略已经结束，无需再结束。");
    }
    if (before.origin().isPresent()) {
      throw new Rejected("laxer-than-platform", "", "该策略由监管平台下发，只能由平台撤销或到期结束，本厂不能提前结束。");
    }
    String reason = StrategyCheck.reason(why, "提前结束的原因");
    latest.giveWay();
    return keep(ended(before, now).as(id, edition + 1), Act.ENDED, who, reason);
  }

  /** Takes the last change back: what the edition before it said counts again. */
  public ControlStrategy undo(long id, int edition, String who) {
    StrategyRow latest = latest(id, edition);
    Act last = latest.edition().act();
    if (last != Act.AMENDED && last != Act.ENDED) {
      throw new Rejected("nothing-to-undo", "", "只有本厂的修改和提前结束可以撤销。");
    }
    ControlStrategy before = edition(id, edition - 1).strategy();
    latest.giveWay();
    return keep(before.as(id, edition + 1), Act.RESTORED, who, "");
  }

  /**
   * Takes what a platform sent, as often as it sends it: the same message changes nothing, another
   * one makes another edition. Rules an officer made of the platform's words stay while the words
   * do.
   */
  public StrategyReceipt receive(ReceivedStrategy received) {
    ControlStrategy ordered = Reception.ordered(received);
    String who = received.origin().platform();
    Optional<StrategyRow> kept = latestOf(received.origin());
    if (kept.isEmpty()) {
      if (received.withdrawn()) {
        return new StrategyReceipt(Change.UNCHANGED, Optional.empty(), false);
      }
      StrategyCheck.check(ordered);
      return receipt(Change.ADDED, keep(ordered.as(0, 1), Act.RECEIVED, who, ""));
    }
    ControlStrategy before = kept.get().strategy();
    if (received.withdrawn()) {
      return withdraw(kept.get(), who);
    }
    StrategyEdition last = lastOrder(before.id());
    if (kept.get().edition().act() != Act.WITHDRAWN && Reception.same(last.strategy(), ordered)) {
      return new StrategyReceipt(Change.UNCHANGED, Optional.of(before), before.needsPerson());
    }
    StrategyCheck.check(ordered);
    kept.get().giveWay();
    ControlStrategy now =
        keep(ordered.as(before.id(), before.edition() + 1), Act.RECEIVED, who, "");
    Optional<ControlStrategy> house = Reception.kept(last.strategy(), before, ordered);
    if (house.isPresent()) {
      latest(now.id(), now.edition()).giveWay();
      now = keep(house.get().as(now.id(), now.edition() + 1), Act.AMENDED, who, "平台措施未变，沿用本厂的规则");
    }
    return receipt(Change.AMENDED, now);
  }

  /** Every edition of a strategy, newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<StrategyEdition> editions(long id) {
    return em.createQuery(
            "SELECT s FROM StrategyRow s WHERE s.series = :id ORDER BY s.edition DESC",
            StrategyRow.class)
        .setParameter("id", id)
        .getResultStream()
        .map(StrategyRow::edition)
        .toList();
  }

  /** True if there is no strategy yet. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean empty() {
    return em.createQuery("SELECT s.id FROM StrategyRow s", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private StrategyReceipt withdraw(StrategyRow kept, String who) {
    ControlStrategy before = kept.strategy();
    Instant now = now();
    if (kept.edition().act() == Act.WITHDRAWN
        || before.until().filter(end -> !end.isAfter(now)).isPresent()) {
      return new StrategyReceipt(Change.UNCHANGED, Optional.of(before), false);
    }
    kept.giveWay();
    return new StrategyReceipt(
        Change.WITHDRAWN,
        Optional.of(
            keep(ended(before, now).as(before.id(), before.edition() + 1), Act.WITHDRAWN, who, "")),
        false);
  }

  /** One that has not begun ends where it begins, so that it never holds. */
  private static ControlStrategy ended(ControlStrategy strategy, Instant now) {
    return strategy.endingAt(now.isBefore(strategy.from()) ? strategy.from() : now);
  }

  private void notLaxer(ControlStrategy house) {
    if (house.origin().isEmpty()) {
      return;
    }
    List<String> points = NeverLaxer.points(lastOrder(house.id()).strategy(), house);
    if (!points.isEmpty()) {
      throw new Rejected(
          "laxer-than-platform",
          "",
          "本厂的管控可以比监管平台严，不能更松：" + String.join("；", points) + "。请改正后再保存。");
    }
  }

  private ControlStrategy keep(ControlStrategy strategy, Act act, String who, String why) {
    Instant now = now();
    StrategyRow row = new StrategyRow(new StrategyEdition(strategy, act, who, why, now));
    em.persist(row);
    em.flush();
    if (strategy.id() == 0) {
      row.beginSeries();
      em.flush();
    }
    ControlStrategy kept = row.strategy();
    changed.fire(new StrategiesChanged());
    ledger.append("audit", "strategy:" + kept.id(), StrategyText.of(row.edition()));
    return kept;
  }

  private static StrategyReceipt receipt(Change change, ControlStrategy kept) {
    return new StrategyReceipt(change, Optional.of(kept), kept.needsPerson());
  }

  private StrategyRow latest(long id, int edition) {
    StrategyRow row =
        em.createQuery(
                "SELECT s FROM StrategyRow s WHERE s.series = :id AND s.latest = TRUE",
                StrategyRow.class)
            .setParameter("id", id)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new Rejected("strategy-unknown", "", "没有这条管控策略，请刷新列表。"));
    if (row.strategy().edition() != edition) {
      throw new Rejected("stale-edit", "", "该策略在您编辑期间已被他人改动，请重新打开，核对后再改。");
    }
    return row;
  }

  private StrategyRow edition(long id, int edition) {
    return em.createQuery(
            "SELECT s FROM StrategyRow s WHERE s.series = :id AND s.edition = :edition",
            StrategyRow.class)
        .setParameter("id", id)
        .setParameter("edition", edition)
        .getSingleResult();
  }

  private Optional<StrategyRow> latestOf(Origin origin) {
    return em.createQuery(
            "SELECT s FROM StrategyRow s"
                + " WHERE s.platform = :platform AND s.platformNo = :number AND s.latest = TRUE",
            StrategyRow.class)
        .setParameter("platform", origin.platform())
        .setParameter("number", origin.number())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** What the platform itself said last, before anybody here changed it. */
  private StrategyEdition lastOrder(long id) {
    return editions(id).stream()
        .filter(edition -> edition.act() == Act.RECEIVED)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("strategy " + id + " was never received"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
