package cn.ecogate.strategy.boundary;

import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.StrategyRow;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Reads every strategy's latest edition as it is committed at this moment, whatever an older
 * transaction of the caller still sees.
 */
@Stateless
@PermitAll
public class StrategyReader {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  /** For the container. */
  public StrategyReader() {}

  /** For tests: what the container would inject. */
  public StrategyReader(EntityManager em) {
    this.em = em;
  }

  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<ControlStrategy> all() {
    return em.createQuery(
            "SELECT s FROM StrategyRow s WHERE s.latest = TRUE ORDER BY s.series",
            StrategyRow.class)
        .getResultStream()
        .map(StrategyRow::strategy)
        .toList();
  }
}
