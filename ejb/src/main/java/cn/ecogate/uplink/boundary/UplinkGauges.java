package cn.ecogate.uplink.boundary;

import cn.ecogate.uplink.entity.PlatformStatus;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** The lines in numbers at {@code /metrics}, one series per platform. */
@Startup
@Singleton
@DependsOn("UploadWorker")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UplinkGauges {

  /** One scrape reads several series; they are answered from one look at the database. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  @Inject MetricRegistry registry;
  @Inject LineStates lineStates;
  @Inject Platforms platforms;
  @Inject Clock clock;

  private List<PlatformStatus> seen = List.of();
  private Instant seenAt = Instant.EPOCH;

  @PostConstruct
  void register() {
    gauge("uplink_waiting", "Records waiting to be sent", PlatformStatus::waiting);
    gauge("uplink_accepted", "Records the platform has taken", PlatformStatus::accepted);
    gauge("uplink_blocked", "Records refused, waiting for a person", PlatformStatus::blocked);
    gauge("uplink_transfer_rate", "Uploaded out of produced", PlatformStatus::transferRate);
    gauge("uplink_online", "1 if the last call was answered", status -> status.online() ? 1 : 0);
  }

  private void gauge(String name, String description, ToDoubleFunction<PlatformStatus> value) {
    Metadata metadata = Metadata.builder().withName(name).withDescription(description).build();
    for (PlatformLink link : platforms.all()) {
      registry.gauge(metadata, () -> value(link.id(), value), new Tag("platform", link.id()));
    }
  }

  private double value(String platformId, ToDoubleFunction<PlatformStatus> value) {
    return look().stream()
        .filter(status -> status.platformId().equals(platformId))
        .mapToDouble(value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Empty while the database is away: no number is better than an old one. */
  private synchronized List<PlatformStatus> look() {
    Instant now = clock.instant();
    if (seenAt.plus(FRESH).isBefore(now) || seenAt.isAfter(now)) {
      try {
        seen = lineStates.all();
      } catch (RuntimeException e) {
        System.getLogger(UplinkGauges.class.getName())
            .log(System.Logger.Level.DEBUG, "no numbers while the database is away", e);
        seen = List.of();
      }
      seenAt = now;
    }
    return seen;
  }
}
