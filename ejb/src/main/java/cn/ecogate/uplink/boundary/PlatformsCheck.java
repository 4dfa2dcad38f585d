package cn.ecogate.uplink.boundary;

import cn.ecogate.uplink.entity.PlatformStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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
  @Inject Clock clock;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("platforms").up();
    try {
      for (PlatformStatus status : lineStates.all()) {
        check.withData(status.platformId(), status.sentence(clock.instant()));
      }
    } catch (RuntimeException e) {
      check.withData("unknown", "数据库没有回答，不知道各平台的状态。");
    }
    return check.build();
  }
}
