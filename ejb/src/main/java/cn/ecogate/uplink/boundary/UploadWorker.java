package cn.ecogate.uplink.boundary;

import cn.ecogate.uplink.boundary.Outbox.Part;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Sends what the queue holds: claim (transaction), call (none), settle (transaction). A crash
 * between call and settle means one repeat under the same key, never a loss. Several senders at a
 * time, each with one lane's records.
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
  @Inject AtOnce atOnce;
  @Inject Clock clock;

  @Resource ManagedExecutorService executor;

  private final String node = UUID.randomUUID().toString();
  private volatile boolean stopping;
  private volatile boolean troubled;

  @PostConstruct
  void open() {
    platforms.all().forEach(link -> outbox.open(link.id()));
    atOnce.calls(() -> platforms.all().forEach(link -> begin(link, Part.LIVE, executor)));
  }

  @PreDestroy
  void stop() {
    stopping = true;
  }

  /** Every platform for itself: a slow one does not hold up the others. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void tick() {
    send(executor);
    notice.flush();
  }

  /** Begins to send what waits, every platform's live records and its backlog each by itself. */
  void send(Executor hands) {
    for (PlatformLink link : platforms.all()) {
      begin(link, Part.LIVE, hands);
      begin(link, Part.BACKLOG, hands);
    }
  }

  /** One sender more, if there is room; one that finds something to do calls the next. */
  private void begin(PlatformLink link, Part part, Executor hands) {
    if (stopping || link.wire().isEmpty() || !link.begin(part)) {
      return;
    }
    try {
      hands.execute(
          () -> {
            try {
              drain(link, part, () -> begin(link, part, hands));
            } finally {
              link.leave(part);
            }
          });
    } catch (RejectedExecutionException full) {
      link.leave(part);
      LOG.log(Level.DEBUG, "no thread for a sender; the next second tries again", full);
    }
  }

  /** Sends all that may be sent now, one record after the other; how many were settled. */
  public int runOnce() {
    return platforms.all().stream()
        .filter(link -> link.wire().isPresent())
        .mapToInt(link -> drain(link, Part.LIVE, () -> {}) + drain(link, Part.BACKLOG, () -> {}))
        .sum();
  }

  private int drain(PlatformLink link, Part part, Runnable another) {
    int settled = 0;
    try {
      List<OutboxRow> batch = outbox.claim(link.id(), node, LEASE, part);
      while (!batch.isEmpty()) {
        another.run();
        settled += send(batch, link);
        batch =
            stopping || link.isCrowded(part)
                ? List.of()
                : outbox.claim(link.id(), node, LEASE, part);
      }
      recovered();
    } catch (RuntimeException e) {
      trouble(link, e);
    }
    return settled;
  }

  /** Of one lane: what follows a record that has to wait waits behind it. */
  private int send(List<OutboxRow> batch, PlatformLink link) {
    int settled = 0;
    for (OutboxRow row : batch) {
      if (stopping || !leaseSuffices(row)) {
        break;
      }
      Exchange exchange;
      try {
        exchange = call(row, link.wire().orElseThrow());
      } catch (RecordWriter.Behind behind) {
        outbox.postpone(row, node, behind.getMessage());
        settled++;
        break;
      }
      outbox.settle(row, node, exchange);
      link.took(exchange.took());
      notice.changed(link.id());
      settled++;
      if (exchange.answer().match(a -> false, r -> false, again -> true)) {
        break;
      }
    }
    if (settled < batch.size()) {
      outbox.giveBack(batch.subList(settled, batch.size()), node);
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
    } catch (RecordWriter.NotBefore photo) {
      return photo.exchange();
    } catch (IllegalStateException e) {
      return new Exchange(new Answer.RefusedForGood("未能按平台格式生成记录：" + e.getMessage()), List.of());
    }
    Exchange exchange =
        wire.client().sendRecord(row.getKind(), written.json()).after(written.calls());
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
