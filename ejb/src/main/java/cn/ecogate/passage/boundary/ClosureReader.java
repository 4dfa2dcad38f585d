package cn.ecogate.passage.boundary;

import cn.ecogate.passage.entity.ClosedLane;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads which lanes are closed as it is committed at this moment. */
@Stateless
@PermitAll
public class ClosureReader {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Map<String, ClosedLane> byLane() {
    return em.createQuery("SELECT c FROM ClosedLane c", ClosedLane.class)
        .getResultStream()
        .collect(Collectors.toMap(ClosedLane::getLaneId, Function.identity()));
  }
}
