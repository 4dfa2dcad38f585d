package cn.ecogate.uplink.boundary;

import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.uplink.entity.Answer;
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
import jakarta.inject.Inject;
import java.time.Clock;

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

  @Resource ManagedExecutorService executor;

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
              Answer answer =
                  wire.client()
                      .sendHeartbeat(wire.mapping().heartbeat(siteBook.site(), clock.instant()));
              outbox.heard(link.id(), answer);
              notice.changed(link.id());
            });
  }
}
