package cn.ecogate.registry.boundary;

import cn.ecogate.registry.entity.Machine;
import cn.ecogate.registry.entity.ServiceState;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads which machines wear which plates, as it is committed at this moment. */
@Stateless
@PermitAll
public class MachineReader {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  /** Machines in use by their plates, in words. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Map<String, String> byPlate() {
    return em.createQuery(
            "SELECT m FROM Machine m WHERE m.plate IS NOT NULL AND m.service <> :retired",
            Machine.class)
        .setParameter("retired", ServiceState.RETIRED)
        .getResultStream()
        .collect(Collectors.toMap(Machine::getPlate, MachineReader::words, (one, other) -> one));
  }

  private static String words(Machine machine) {
    String kind = machine.getKind() == null ? "机械" : machine.getKind().label();
    return kind + "（" + machine.getCode() + "）";
  }
}
