package cn.ecogate.ledger.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means: the database answers within {@link #PATIENCE}, and the newest migration it has seen
 * went through. Devices and platforms have no vote: the gates work without them.
 */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {

  private static final System.Logger LOG = System.getLogger(DatabaseCheck.class.getName());

  /** A database that hangs says nothing at all: who asks must not hang with it. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Resource ManagedExecutorService background;

  private Future<HealthCheckResponse> asking;

  /** One question at a time: while the last one has no answer, no further thread is spent. */
  @Override
  public synchronized HealthCheckResponse call() {
    if (asking == null || asking.isDone()) {
      asking = background.submit(this::look);
    }
    try {
      return asking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return down("the database has not answered for " + PATIENCE.toSeconds() + " seconds");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return down("interrupted while the database was asked");
    } catch (ExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "readiness asked while the database is away", e);
      return down("the database does not answer");
    }
  }

  private HealthCheckResponse look() {
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
