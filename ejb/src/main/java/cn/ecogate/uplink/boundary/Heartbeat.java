package cn.ecogate.uplink.boundary;

import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.uplink.entity.Exchange;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The plant's sign of life, every minute; also what notices first that a platform is back. */
@Startup
@Singleton
@DependsOn("UploadWorker")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Heartbeat {

  private static final System.Logger LOG = System.getLogger(Heartbeat.class.getName());

  @Inject Platforms platforms;
  @Inject Outbox outbox;
  @Inject SiteBook siteBook;
  @Inject ChangeNotice notice;
  @Inject Clock clock;

  @Inject @Any Instance<DeviceReport> companions;
  @Resource ManagedExecutorService executor;

  Iterable<DeviceReport> reports = List.of();

  @PostConstruct
  void gather() {
    reports = companions;
  }

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
  void tick() {
    for (PlatformLink link : platforms.all()) {
      if (link.beating().compareAndSet(false, true)) {
        executor.execute(
            () -> {
              try {
                beat(link);
              } catch (RuntimeException e) {
                LOG.log(
                    System.Logger.Level.WARNING,
                    "The heartbeat to platform "
                        + link.id()
                        + " could not be sent, the next is due in a minute: "
                        + e);
              } finally {
                link.beating().set(false);
              }
            });
      }
    }
  }

  /** One heartbeat to every platform. */
  public void runOnce() {
    platforms.all().forEach(this::beat);
  }

  private void beat(PlatformLink link) {
    link.wire()
        .ifPresent(
            wire -> {
              Exchange exchange =
                  wire.client()
                      .sendHeartbeat(
                          wire.mapping().heartbeat(siteBook.site(), states(), clock.instant()));
              outbox.heard(link.id(), exchange);
              notice.changed(link.id());
            });
  }

  /** As the devices are; a report that fails must not cost the sign of life. */
  private Map<String, String> states() {
    Map<String, String> states = new HashMap<>();
    for (DeviceReport report : reports) {
      try {
        states.putAll(report.states());
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.DEBUG, "the devices could not be asked for the heartbeat", e);
      }
    }
    return states;
  }
}
