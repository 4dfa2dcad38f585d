package cn.ecogate.ledger.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means: the database answers and its schema is the one this program brought. Devices and
 * platforms have no vote: the gates work without them.
 */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {

  private static final System.Logger LOG = System.getLogger(DatabaseCheck.class.getName());

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Override
  public HealthCheckResponse call() {
    try {
      List<?> newest =
          em.createNativeQuery(
                  "SELECT version, success FROM flyway_schema_history"
                      + " ORDER BY installed_rank DESC LIMIT 1")
              .getResultList();
      return newest.isEmpty()
          ? down("the database has no tables yet")
          : schema((Object[]) newest.get(0));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "readiness asked while the database is away", e);
      return down("the database does not answer");
    }
  }

  private static HealthCheckResponse schema(Object[] newest) {
    boolean success = Boolean.TRUE.equals(newest[1]) || "1".equals(String.valueOf(newest[1]));
    return success
        ? HealthCheckResponse.named("database")
            .up()
            .withData("schema", String.valueOf(newest[0]))
            .build()
        : down("the migration to " + newest[0] + " failed; an administrator has to look");
  }

  private static HealthCheckResponse down(String why) {
    return HealthCheckResponse.named("database").down().withData("why", why).build();
  }
}
