package cn.ecogate.strategy.boundary;

import cn.ecogate.account.entity.Role.Names;
import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.strategy.control.EditionStories;
import cn.ecogate.strategy.control.StrategyCheck;
import cn.ecogate.strategy.control.StrategyInForce;
import cn.ecogate.strategy.control.StrategySentence;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.EditionStory;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.strategy.entity.StrategyCard;
import cn.ecogate.strategy.entity.StrategyEdition;
import cn.ecogate.strategy.entity.StrategyEdition.Act;
import cn.ecogate.strategy.entity.StrategyFilter;
import cn.ecogate.strategy.entity.StrategyState;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The control strategies before people and at the gate. A strategy ends by itself; the daily rule
 * is then back.
 */
@Stateless
@PermitAll
public class Strategies {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject StrategyShelf shelf;
  @Inject StrategyDesk desk;
  @Resource SessionContext session;

  /** For the container. */
  public Strategies() {}

  /** For tests: what the container would inject; {@code session} only matters to changes. */
  public Strategies(
      EntityManager em, StrategyShelf shelf, StrategyDesk desk, SessionContext session) {
    this.em = em;
    this.shelf = shelf;
    this.desk = desk;
    this.session = session;
  }

  /** Strategies in force at that moment, strictest alert first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<ControlStrategy> inForce(Instant at) {
    return StrategyInForce.at(at, shelf.all());
  }

  /** What they forbid, flat, for the rules. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Restriction> restrictions(Instant at) {
    return shelf.restrictions(at);
  }

  /** The vehicle's unreleased entry on an exceeding list, the newest if there are several. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Listing> listing(PlateNumber plate, PlateColor color) {
    return em.createNamedQuery(ExceedingVehicle.UNRELEASED, ExceedingVehicle.class)
        .setParameter("plate", plate.text())
        .setParameter("color", color)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(ExceedingVehicle::listing);
  }

  /** Every strategy as its latest edition says, the one that began last first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<ControlStrategy> all() {
    return shelf.all().stream()
        .sorted(
            Comparator.comparing(ControlStrategy::from)
                .thenComparing(ControlStrategy::id)
                .reversed())
        .toList();
  }

  /** Those that fit, as they stand at that moment: in force, coming, over; each latest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<StrategyCard> cards(StrategyFilter filter, Instant at) {
    List<ControlStrategy> all = shelf.all();
    Map<Long, Authors> authors = authors();
    return StrategyInForce.states(at, all).entrySet().stream()
        .filter(each -> filter.fits(each.getKey(), each.getValue()))
        .filter(each -> authors.containsKey(each.getKey().id()))
        .map(each -> authors.get(each.getKey().id()).card(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparing(StrategyCard::state)
                .thenComparing(card -> card.strategy().from(), Comparator.reverseOrder())
                .thenComparing(card -> card.strategy().id(), Comparator.reverseOrder()))
        .toList();
  }

  /** How that strategy stands at that moment; empty if there is none. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<StrategyCard> card(long id, Instant at) {
    return cards(StrategyFilter.EVERY, at).stream()
        .filter(card -> card.strategy().id() == id)
        .findFirst();
  }

  /** Every edition of a strategy, newest first; none if there is no such strategy. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<StrategyEdition> editions(long id) {
    return desk.editions(id);
  }

  /** Every edition with what it changed, newest first; none if there is no such strategy. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<EditionStory> history(long id) {
    return EditionStories.of(desk.editions(id));
  }

  /** The strategy as one Chinese sentence. */
  public String sentence(ControlStrategy strategy) {
    return StrategySentence.of(strategy);
  }

  /** The measure in words where nobody wrote one; empty if nothing is forbidden. */
  public String measure(List<Restriction> restrictions) {
    return KnownMeasure.of(restrictions)
        .map(known -> known.label() + "。")
        .orElseGet(() -> StrategySentence.measure(restrictions));
  }

  /** {@code Rejected} if it could not be kept as it is. */
  public void check(ControlStrategy strategy) {
    StrategyCheck.check(strategy);
  }

  /** Keeps a strategy; {@code Rejected} if it ends before it starts, or an alert's has no end. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER})
  public ControlStrategy add(ControlStrategy strategy) {
    return desk.add(strategy, who());
  }

  /** Makes another edition of it, with the reason; see {@link StrategyDesk#amend}. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER})
  public ControlStrategy amend(ControlStrategy strategy, String why) {
    return desk.amend(strategy, why, who());
  }

  /** Ends it now, with the reason. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER})
  public ControlStrategy end(long id, int edition, String why) {
    return desk.end(id, edition, why, who());
  }

  /** Takes the last change back. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER})
  public ControlStrategy undo(long id, int edition) {
    return desk.undo(id, edition, who());
  }

  /** Who set each strategy first and who changed it last. */
  private Map<Long, Authors> authors() {
    Map<Long, Authors> authors = new HashMap<>();
    em.createQuery(
            "SELECT s.series, s.who, s.act, s.addedAt FROM StrategyRow s"
                + " WHERE s.edition = 1 OR s.latest = TRUE ORDER BY s.edition",
            Object[].class)
        .getResultStream()
        .forEach(
            row ->
                authors.merge(
                    (Long) row[0],
                    new Authors((String) row[1], (Act) row[2], (String) row[1], (Instant) row[3]),
                    Authors::then));
    return authors;
  }

  private record Authors(String first, Act act, String last, Instant at) {

    Authors then(Authors later) {
      return new Authors(first, later.act, later.last, later.at);
    }

    StrategyCard card(ControlStrategy strategy, StrategyState state) {
      return new StrategyCard(strategy, state, first, act, last, at);
    }
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }
}
