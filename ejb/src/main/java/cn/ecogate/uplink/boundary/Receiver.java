package cn.ecogate.uplink.boundary;

import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.uplink.control.DayStory;
import cn.ecogate.uplink.control.Delivery;
import cn.ecogate.uplink.control.Incoming;
import cn.ecogate.uplink.control.PlatformClient;
import cn.ecogate.uplink.control.Profile.ReceiveCall;
import cn.ecogate.uplink.entity.Answer;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.Receipt;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.Subscription;
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
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks every platform for what it sends down, by its profile: claim (transaction), ask (none), take
 * (transaction). A crash in between means that it is asked once more, never half a list.
 */
@Startup
@Singleton
@DependsOn("UploadWorker")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Receiver {

  /** So long nobody else asks; a list that takes longer is given up. */
  static final Duration LEASE = Duration.ofMinutes(5);

  private static final Logger LOG = System.getLogger(Receiver.class.getName());

  @Inject Platforms platforms;
  @Inject Inbox inbox;
  @Inject SiteBook siteBook;
  @Inject ChangeNotice notice;
  @Inject Clock clock;

  @Resource ManagedExecutorService executor;

  private final String node = UUID.randomUUID().toString();
  private volatile boolean troubled;

  @PostConstruct
  void open() {
    for (PlatformLink link : platforms.all()) {
      calls(link).keySet().forEach(kind -> inbox.open(link.id(), kind));
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  void tick() {
    for (PlatformLink link : platforms.all()) {
      if (!calls(link).isEmpty() && link.asking().compareAndSet(false, true)) {
        executor.execute(
            () -> {
              try {
                ask(link);
              } finally {
                link.asking().set(false);
              }
            });
      }
    }
  }

  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  void closeNotices() {
    inbox.closeNotices();
  }

  /** Asks for everything whose time has come; how many answers changed something. */
  public int runOnce() {
    return platforms.all().stream().mapToInt(this::ask).sum();
  }

  private static Map<ReceiptKind, ReceiveCall> calls(PlatformLink link) {
    return link.wire().map(wire -> wire.profile().receives()).orElse(Map.of());
  }

  private int ask(PlatformLink link) {
    int news = 0;
    try {
      for (Map.Entry<ReceiptKind, ReceiveCall> call : calls(link).entrySet()) {
        Optional<Subscription> claimed =
            inbox.claim(link.id(), call.getKey(), node, LEASE, call.getValue().whole());
        if (claimed.isPresent() && ask(link, call.getValue(), claimed.get()).isPresent()) {
          notice.changed(link.id());
          news++;
        }
      }
      recovered();
    } catch (RuntimeException e) {
      trouble(link, e);
    }
    return news;
  }

  private Optional<Receipt> ask(PlatformLink link, ReceiveCall call, Subscription claimed) {
    PlatformLink.Wire wire = link.wire().orElseThrow();
    String enterprise = siteBook.site().enterprise().number();
    Instant giveUp = clock.instant().plus(LEASE.dividedBy(2));
    PlatformClient.Gathered gathered =
        wire.client()
            .gather(
                claimed.getKind(),
                page ->
                    wire.mapping()
                        .receive(
                            claimed.getKind(), enterprise, claimed.mark(), page, clock.instant()),
                () -> clock.instant().isBefore(giveUp));
    if (gathered.delivery().isEmpty()) {
      inbox.failed(claimed, node, gathered.exchange(), gathered.exchange().answer().words());
      return Optional.empty();
    }
    try {
      return take(link, call, claimed, gathered.exchange(), gathered.delivery().get());
    } catch (RuntimeException e) {
      inbox.failed(
          claimed,
          node,
          new Exchange(new Answer.TryAgain("", true), List.of()),
          "取到的内容没能写入，原有内容继续有效，稍后再取：" + e.getMessage());
      throw e;
    }
  }

  private Optional<Receipt> take(
      PlatformLink link,
      ReceiveCall call,
      Subscription claimed,
      Exchange exchange,
      Delivery delivery) {
    Inbox.Terms terms =
        new Inbox.Terms(
            link.id(),
            link.entry().name(),
            node,
            delivery.whole(claimed.mark().isPresent()),
            delivery.mark(),
            call.every());
    Incoming incoming = new Incoming(link.wire().orElseThrow().profile(), delivery);
    return switch (claimed.getKind()) {
      case EXCEEDING -> {
        Map<String, LocalDate> known = delivery.isEmpty() ? Map.of() : inbox.issued(link.id());
        yield inbox.takeListings(terms, exchange, incoming.listings(today(), known));
      }
      case STRATEGY -> inbox.takeStrategies(terms, exchange, incoming.strategies(link.id()));
      case VIOLATION -> inbox.takeViolations(terms, exchange, incoming.violations());
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), DayStory.PLANT_ZONE);
  }

  /** Once when it begins and once when it ends: the timer comes back every few seconds. */
  private void trouble(PlatformLink link, RuntimeException e) {
    if (!troubled) {
      troubled = true;
      LOG.log(
          Level.WARNING,
          "What platform "
              + link.id()
              + " sends down cannot be taken; what counted before goes on counting, and it is asked again: "
              + e,
          e);
    }
  }

  private void recovered() {
    if (troubled) {
      troubled = false;
      LOG.log(Level.INFO, "What platforms send down can be taken again.");
    }
  }
}
