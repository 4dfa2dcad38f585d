package cn.ecogate.alarm.boundary;

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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells channels what waits for them: claim (transaction), call (none), settle (transaction). A
 * crash between call and settle means one repeat under the same delivery number, never a loss.
 */
@Startup
@Singleton
@DependsOn("SchemaKeeper")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeWorker {

  /** Longer than a whole batch may take. */
  static final Duration LEASE = Duration.ofMinutes(10);

  private static final Logger LOG = System.getLogger(NoticeWorker.class.getName());

  @Inject NoticeBox box;
  @Inject ChannelCall call;

  @Resource ManagedExecutorService executor;

  private final String node = UUID.randomUUID().toString();
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean troubled;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void tick() {
    if (busy.compareAndSet(false, true)) {
      executor.execute(
          () -> {
            try {
              runOnce();
              recovered();
            } catch (RuntimeException e) {
              trouble(e);
            } finally {
              busy.set(false);
            }
          });
    }
  }

  /** Tells what is due now; how many notices were settled. */
  public int runOnce() {
    int settled = 0;
    List<NoticeBox.Claimed> batch = box.claim(node, LEASE);
    while (!batch.isEmpty()) {
      for (NoticeBox.Claimed one : batch) {
        box.settle(one.id(), node, call.tell(one.channel(), one.telling()));
        settled++;
      }
      batch = box.claim(node, LEASE);
    }
    return settled;
  }

  /** Once when it begins and once when it ends: the timer comes back every second. */
  private void trouble(RuntimeException e) {
    if (!troubled) {
      troubled = true;
      LOG.log(
          Level.WARNING,
          "Alarms cannot be told outside at the moment; it is tried again every second.",
          e);
    }
  }

  private void recovered() {
    if (troubled) {
      troubled = false;
      LOG.log(Level.INFO, "Alarms can be told outside again.");
    }
  }
}
