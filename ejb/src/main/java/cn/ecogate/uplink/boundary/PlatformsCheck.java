package cn.ecogate.uplink.boundary;

import cn.ecogate.uplink.entity.PlatformStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * How the lines are, beside the readiness of the application. It tells and does not vote: a
 * platform that is away must never take the gates' application out of service.
 */
@Readiness
@ApplicationScoped
public class PlatformsCheck implements HealthCheck {

  @Inject LineStates lineStates;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("platforms").up();
    try {
      for (PlatformStatus status : lineStates.all()) {
        check.withData(status.platformId(), facts(status));
      }
    } catch (RuntimeException e) {
      check.withData("unknown", "the database does not answer");
    }
    return check.build();
  }

  /** For probes: the server writes this answer in Latin-1, which has no Chinese. */
  private static String facts(PlatformStatus status) {
    return "%s, %d waiting, %d blocked, last accepted %s"
        .formatted(
            status.online() ? "online" : "offline",
            status.waiting(),
            status.blocked(),
            status.lastAccepted().map(Instant::toString).orElse("never"));
  }
}
