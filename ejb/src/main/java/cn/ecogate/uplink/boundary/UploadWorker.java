package cn.ecogate.uplink.boundary;

import cn.ecogate.uplink.control.PlatformClient;
import cn.ecogate.uplink.entity.Answer;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.OutboxRow;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Sends what the queue holds: claim (transaction), call (none), settle (transaction). A crash
 * between call and settle means one repeat under the same key, never a loss.
 */
@Startup
@Singleton
@DependsOn("SchemaKeeper")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadWorker {

  /** Longer than one send may take, so that nobody else has the record while we are at it. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final Logger LOG = System.getLogger(UploadWorker.class.getName());

  @Inject Platforms platforms;
  @Inject Outbox outbox;
  @Inject RecordWriter writer;
  @Inject ChangeNotice notice;
  @Inject Clock clock;

  @Resource ManagedExecutorService executor;

  private final String node = UUID.randomUUID().toString();
  private volatile boolean stopping;
  private volatile boolean troubled;

  @PostConstruct
  void open() {
    platforms.all().forEach(link -> outbox.open(link.id()));
  }

  @PreDestroy
  void stop() {
    stopping = true;
  }

  /** Every platform for itself: a slow one does not hold up the others. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void tick() {
    for (PlatformLink link : platforms.all()) {
      if (link.sending().compareAndSet(false, true)) {
        executor.execute(
            () -> {
              try {
                drain(link);
              } finally {
                link.sending().set(false);
              }
            });
      }
    }
    notice.flush();
  }

  /** Sends all that may be sent now, to one platform after the other; how many were settled. */
  public int runOnce() {
    return platforms.all().stream().mapToInt(this::drain).sum();
  }

  private int drain(PlatformLink link) {
    if (link.wire().isEmpty()) {
      return 0;
    }
    int settled = 0;
    try {
      List<OutboxRow> batch = outbox.claim(link.id(), node, LEASE);
      while (!batch.isEmpty() && !stopping) {
        settled += send(batch, link);
        batch = outbox.claim(link.id(), node, LEASE);
      }
      recovered();
    } catch (RuntimeException e) {
      trouble(link, e);
    }
    return settled;
  }

  private int send(List<OutboxRow> batch, PlatformLink link) {
    Set<String> waitingLanes = new HashSet<>();
    int settled = 0;
    for (int i = 0; i < batch.size(); i++) {
      OutboxRow row = batch.get(i);
      if (waitingLanes.contains(row.getLane()) || !leaseSuffices(row)) {
        outbox.giveBack(List.of(row), node);
        waitingLanes.add(row.getLane());
        continue;
      }
      Exchange exchange = call(row, link.wire().orElseThrow());
      Answer answer = exchange.answer();
      outbox.settle(row, node, exchange);
      notice.changed(link.id());
      settled++;
      boolean lineInDoubt = answer.match(a -> false, r -> false, again -> !again.reached());
      if (lineInDoubt) {
        outbox.giveBack(batch.subList(i + 1, batch.size()), node);
        return settled;
      }
      if (answer.match(a -> false, r -> false, again -> true)) {
        waitingLanes.add(row.getLane());
      }
    }
    return settled;
  }

  private boolean leaseSuffices(OutboxRow row) {
    return clock
        .instant()
        .plus(PlatformClient.longestSend(Platforms.PATIENCE))
        .isBefore(row.getClaimedUntil());
  }

  private Exchange call(OutboxRow row, PlatformLink.Wire wire) {
    RecordWriter.Written written;
    try {
      written = writer.write(row, wire);
    } catch (IllegalStateException e) {
      return new Exchange(new Answer.RefusedForGood("未能按平台格式生成记录：" + e.getMessage()), List.of());
    }
    Exchange exchange = wire.client().sendRecord(row.getKind(), written.json());
    return written.notes().isEmpty()
        ? exchange
        : exchange
            .answer()
            .match(
                accepted ->
                    exchange.saying(
                        new Answer.Accepted(
                            accepted.words() + "；" + String.join("；", written.notes()))),
                refused -> exchange,
                again -> exchange);
  }

  /** Once when it begins and once when it ends: the timer comes back every second. */
  private void trouble(PlatformLink link, RuntimeException e) {
    if (!troubled) {
      troubled = true;
      LOG.log(
          Level.WARNING,
          "The upload queue cannot be read or written, sending to platform "
              + link.id()
              + " stops and is tried again every second: "
              + e,
          e);
    }
  }

  private void recovered() {
    if (troubled) {
      troubled = false;
      LOG.log(Level.INFO, "The upload queue can be read and written again; sending goes on.");
    }
  }
}
