package cn.ecogate.passage.boundary;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.control.WeighingText;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.Weighing;
import cn.ecogate.site.boundary.SiteBook;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** Writes loads: ledger entry and row at once. What was written before stays as it is. */
@Stateless
@PermitAll
public class LoadBook {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject LoadSearch search;
  @Inject Ledger ledger;
  @Inject SiteBook siteBook;
  @Inject Clock clock;
  @Inject Event<PassageChanged> changed;

  /**
   * One transaction. Two at the same time: the unique place, or the unique claim on the weighing,
   * refuses one of them.
   *
   * @param user null if nobody did it
   */
  public Load write(
      Passage passage,
      Optional<Weighing> weighing,
      Load.Source source,
      String cargo,
      BigDecimal tonnes,
      String user) {
    Optional<Load> replaced = search.held(passage.getId());
    Load load =
        new Load(
            passage,
            replaced.map(Load::getPlace).orElse(0) + 1,
            source,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    weighing.ifPresent(taken -> load.setWeighing(taken, search.claimant(taken).isEmpty()));
    load.setCargo(cargo);
    load.setTonnes(tonnes);
    load.setEnteredBy(user);
    load.setLedgerSeq(
        ledger
            .append(
                "load",
                passage.getSerialNo(),
                WeighingText.of(siteBook.site().enterprise().number(), passage, load, replaced))
            .seq());
    em.persist(load);
    em.flush();
    changed.fireAsync(new PassageChanged(passage.getId(), passage.getLaneId()));
    return load;
  }

  /** True if that load says exactly this. */
  static boolean same(Load load, Optional<Weighing> weighing, String cargo, BigDecimal tonnes) {
    return Objects.equals(load.getWeighingId(), weighing.map(Weighing::getId).orElse(null))
        && Objects.equals(load.getCargo(), cargo)
        && (tonnes == null
            ? load.getTonnes() == null
            : load.getTonnes() != null && load.getTonnes().compareTo(tonnes) == 0);
  }
}
