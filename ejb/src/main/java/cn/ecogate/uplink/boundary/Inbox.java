package cn.ecogate.uplink.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.strategy.boundary.ListDesk;
import cn.ecogate.strategy.boundary.StrategyDesk;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.strategy.entity.ListReceipt;
import cn.ecogate.strategy.entity.ReceivedListing;
import cn.ecogate.strategy.entity.ReceivedStrategy;
import cn.ecogate.strategy.entity.StrategyReceipt;
import cn.ecogate.uplink.control.Incoming;
import cn.ecogate.uplink.control.Incoming.Rows;
import cn.ecogate.uplink.control.ReceiptText;
import cn.ecogate.uplink.control.RetryPlan;
import cn.ecogate.uplink.entity.CallMade;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.Oddity;
import cn.ecogate.uplink.entity.PlatformCall;
import cn.ecogate.uplink.entity.PlatformLine;
import cn.ecogate.uplink.entity.Receipt;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.ReceiptLine;
import cn.ecogate.uplink.entity.ReceiptLine.Change;
import cn.ecogate.uplink.entity.ReceivedViolation;
import cn.ecogate.uplink.entity.Subscription;
import cn.ecogate.uplink.entity.Violation;
import cn.ecogate.vocabulary.PlateColor;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Takes what platforms send down: claims before the question, and one transaction for all that the
 * answer changes (list, strategies, register, receipt, mark, notice, confirmation).
 */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class Inbox {

  /** Vehicles told one by one on a receipt's page; a province's first list is told in numbers. */
  private static final int MOST_LINES = 500;

  private static final int LONGEST_SOURCE = 50;
  private static final int LONGEST_SUBJECT = 64;

  /** How long guards are told: an order for a shift, a list for an hour, a violation for a day. */
  private static final Map<Alarm.Kind, Duration> NOTICES =
      Map.of(
          Alarm.Kind.STRATEGY_RECEIVED, Duration.ofHours(8),
          Alarm.Kind.LIST_CHANGED, Duration.ofHours(1),
          Alarm.Kind.VIOLATION_RECEIVED, Duration.ofHours(24));

  private static final Logger LOG = System.getLogger(Inbox.class.getName());

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject ListDesk lists;
  @Inject StrategyDesk strategies;
  @Inject Ledger ledger;
  @Inject AlarmDesk alarms;
  @Inject Clock clock;

  RetryPlan plan = RetryPlan.USUAL;
  RandomGenerator chance = RandomGenerator.getDefault();

  /**
   * How an answer is to be taken.
   *
   * @param node who asked
   * @param whole it is everything the platform has, not only what is new
   * @param mark up to where it reaches
   * @param every when to ask again
   */
  public record Terms(
      String platform,
      String name,
      String node,
      boolean whole,
      Optional<String> mark,
      Duration every) {}

  /** Makes sure that what the platform's profile names is asked for. */
  public void open(String platformId, ReceiptKind kind) {
    Instant now = now();
    em.createNativeQuery(
            "INSERT IGNORE INTO subscription (platform_id, kind, created_at, next_ask_at, failures)"
                + " VALUES (?, ?, ?, ?, 0)")
        .setParameter(1, platformId)
        .setParameter(2, kind.name())
        .setParameter(3, java.sql.Timestamp.from(now))
        .setParameter(4, java.sql.Timestamp.from(now))
        .executeUpdate();
  }

  /** The right to ask, if it is time and nobody else is at it. */
  public Optional<Subscription> claim(
      String platformId, ReceiptKind kind, String node, Duration lease, Duration whole) {
    Instant now = now();
    Subscription subscription = locked(platformId, kind);
    if (subscription.isClaimed(now) || !due(subscription, now)) {
      return Optional.empty();
    }
    if (subscription.wholeAt().filter(at -> at.plus(whole).isAfter(now)).isEmpty()) {
      subscription.forgetMark();
    }
    subscription.claim(node, now, now.plus(lease));
    return Optional.of(subscription);
  }

  /** When its time has come; after a failure also as soon as the line is up again. */
  private boolean due(Subscription subscription, Instant now) {
    if (!subscription.getNextAskAt().isAfter(now)) {
      return true;
    }
    PlatformLine line = em.find(PlatformLine.class, subscription.getPlatformId());
    return subscription.getFailures() > 0
        && line != null
        && line.isOnline()
        && line.since()
            .filter(up -> subscription.askedAt().filter(up::isAfter).isPresent())
            .isPresent();
  }

  /** It brought nothing that could be used; what counted before goes on counting. */
  public void failed(Subscription claimed, String node, Exchange exchange, String words) {
    Instant now = now();
    Subscription subscription = locked(claimed.getPlatformId(), claimed.getKind());
    keep(claimed.getPlatformId(), exchange);
    if (subscription.isClaimedBy(node, now)) {
      subscription.failed(
          words, now.plus(plan.after(subscription.getFailures() + 1, chance.nextDouble())));
    }
  }

  /** The day of issue of every vehicle that stands on that platform's list here. */
  public Map<String, LocalDate> issued(String platformId) {
    Map<String, LocalDate> issued = new HashMap<>();
    em.createQuery(
            "SELECT e.plate, e.plateColor, e.issued FROM ExceedingVehicle e"
                + " WHERE e.platform = :platform AND e.releasedAt IS NULL",
            Object[].class)
        .setParameter("platform", platformId)
        .getResultList()
        .forEach(
            row ->
                issued.put(Incoming.key((String) row[0], (PlateColor) row[1]), (LocalDate) row[2]));
    return issued;
  }

  /** Takes a list; empty if the right to do so was lost meanwhile, or nothing was changed by it. */
  public Optional<Receipt> takeListings(
      Terms terms, Exchange exchange, Rows<ReceivedListing> sent) {
    return take(
        terms,
        ReceiptKind.EXCEEDING,
        exchange,
        sent.odd(),
        (lines, now) -> {
          String source =
              terms.name().substring(0, Math.min(terms.name().length(), LONGEST_SOURCE));
          // A row that cannot be read may be a vehicle that stands on the list: nobody is released
          // because his row was illegible.
          ListReceipt did =
              lists.receive(terms.platform(), source, terms.whole() && !sent.lost(), sent.good());
          if (did.changed()) {
            lines.addAll(vehicles(terms.platform(), now));
          }
          return new Receipt.Counts(
              did.added(), did.amended(), did.released(), did.unchanged(), sent.odd().size());
        });
  }

  /** Takes strategies; each is confirmed along with the ledger's entry that puts it in force. */
  public Optional<Receipt> takeStrategies(
      Terms terms, Exchange exchange, Rows<ReceivedStrategy> sent) {
    return take(
        terms,
        ReceiptKind.STRATEGY,
        exchange,
        sent.odd(),
        (lines, now) -> {
          sent.good().forEach(each -> order(each).ifPresent(lines::add));
          return counts(lines, sent.good().size(), sent.odd().size());
        });
  }

  /** Takes violations into the register. */
  public Optional<Receipt> takeViolations(
      Terms terms, Exchange exchange, Rows<ReceivedViolation> sent) {
    return take(
        terms,
        ReceiptKind.VIOLATION,
        exchange,
        sent.odd(),
        (lines, now) -> {
          sent.good().forEach(each -> register(terms.platform(), each, now).ifPresent(lines::add));
          return counts(lines, sent.good().size(), sent.odd().size());
        });
  }

  /** Notices whose time is over are closed by themselves. */
  public void closeNotices() {
    Instant now = now();
    NOTICES.forEach((kind, life) -> alarms.clearOlder(kind, now.minus(life)));
  }

  /** What the rows change here; lines that tell of it are added to the given ones. */
  @FunctionalInterface
  private interface Work {
    Receipt.Counts apply(List<ReceiptLine> lines, Instant now);
  }

  private Optional<Receipt> take(
      Terms terms, ReceiptKind kind, Exchange exchange, List<Oddity> odd, Work work) {
    Instant now = now();
    Subscription subscription = locked(terms.platform(), kind);
    keep(terms.platform(), exchange);
    if (!subscription.isClaimedBy(terms.node(), now)) {
      LOG.log(
          Level.WARNING,
          "What platform {0} sent ({1}) came after the lease had ended; whoever asks now takes it.",
          terms.platform(),
          kind);
      return Optional.empty();
    }
    List<ReceiptLine> lines = new ArrayList<>();
    Receipt.Counts counts = work.apply(lines, now);
    odd.forEach(oddity -> lines.add(ReceiptLine.odd(oddity)));
    subscription.heard(now, terms.whole(), terms.mark(), now.plus(terms.every()));
    boolean oddNews = subscription.isNewsOf(digest(odd)) && !odd.isEmpty();
    if (!counts.changed() && !oddNews) {
      return Optional.empty();
    }
    Receipt receipt =
        new Receipt(
            terms.platform(), kind, now, terms.whole(), counts, ReceiptText.sentence(kind, counts));
    em.persist(receipt);
    em.flush();
    for (int place = 0; place < Math.min(lines.size(), MOST_LINES); place++) {
      em.persist(lines.get(place).of(receipt, place + 1));
    }
    if (kind == ReceiptKind.EXCEEDING && counts.changed()) {
      tell(Alarm.Kind.LIST_CHANGED, terms.platform(), ReceiptText.list(terms.name(), counts));
    }
    return Optional.of(receipt);
  }

  private Optional<ReceiptLine> order(ReceivedStrategy sent) {
    StrategyReceipt receipt = strategies.receive(sent);
    Optional<Change> change = ReceiptText.change(receipt.change());
    return change.map(
        what -> {
          ControlStrategy strategy = receipt.strategy().orElseThrow();
          String words = ReceiptText.strategy(what, strategy);
          tell(
              Alarm.Kind.STRATEGY_RECEIVED,
              sent.origin().platform() + "/" + sent.origin().number(),
              words);
          return ReceiptLine.strategy(what, strategy.id(), words);
        });
  }

  private Optional<ReceiptLine> register(String platform, ReceivedViolation sent, Instant now) {
    Optional<Violation> kept = violation(platform, sent.number());
    if (kept.filter(violation -> violation.says(sent)).isPresent()) {
      return Optional.empty();
    }
    Violation violation = kept.orElseGet(() -> new Violation(platform, sent, now));
    if (kept.isPresent()) {
      violation.amend(sent, now);
    } else {
      em.persist(violation);
    }
    em.flush();
    ledger.append(
        "audit",
        "violation:" + violation.getId(),
        ReceiptText.entry(kept.isEmpty(), platform, sent, now));
    tell(
        Alarm.Kind.VIOLATION_RECEIVED, platform + "/" + sent.number(), ReceiptText.violation(sent));
    return Optional.of(
        ReceiptLine.violation(kept.isPresent() ? Change.AMENDED : Change.ADDED, violation));
  }

  /** What the list's own desk has just changed, vehicle by vehicle. */
  private List<ReceiptLine> vehicles(String platform, Instant since) {
    Map<String, ReceiptLine> lines = new LinkedHashMap<>();
    for (ExceedingVehicle entry : changed(platform, since)) {
      boolean before = lines.containsKey(entry.plateInWords());
      Change change = before ? Change.AMENDED : entry.released() ? Change.REMOVED : Change.ADDED;
      lines.put(
          entry.plateInWords(),
          ReceiptLine.vehicle(
              change,
              entry.getPlate(),
              entry.getPlateColor(),
              entry.released() ? entry.getReleaseReason() : entry.getReason()));
    }
    return List.copyOf(lines.values());
  }

  /** Oldest first: an entry that another took the place of comes before that one. */
  private List<ExceedingVehicle> changed(String platform, Instant since) {
    return em.createQuery(
            "SELECT e FROM ExceedingVehicle e WHERE e.platform = :platform"
                + " AND (e.addedAt >= :since OR e.releasedAt >= :since) ORDER BY e.id",
            ExceedingVehicle.class)
        .setParameter("platform", platform)
        .setParameter("since", since)
        .setMaxResults(2 * MOST_LINES)
        .getResultList();
  }

  private Optional<Violation> violation(String platform, String number) {
    return em.createQuery(
            "SELECT v FROM Violation v WHERE v.platformId = :platform AND v.number = :number",
            Violation.class)
        .setParameter("platform", platform)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  /** Says the newest: one that stands with older words makes room for it. */
  private void tell(Alarm.Kind kind, String about, String sentence) {
    String subject = about.substring(0, Math.min(about.length(), LONGEST_SUBJECT));
    alarms.clear(kind, subject);
    alarms.raise(kind, subject, sentence);
  }

  private static Receipt.Counts counts(List<ReceiptLine> lines, int rows, int odd) {
    int added = (int) lines.stream().filter(l -> l.getChange() == Change.ADDED).count();
    int amended = (int) lines.stream().filter(l -> l.getChange() == Change.AMENDED).count();
    return new Receipt.Counts(
        added, amended, lines.size() - added - amended, rows - lines.size(), odd);
  }

  private void keep(String platformId, Exchange exchange) {
    for (CallMade call : exchange.calls()) {
      em.persist(new PlatformCall(platformId, null, 1, call));
      em.flush(); // otherwise the provider writes them in an order of its own
    }
  }

  private Subscription locked(String platformId, ReceiptKind kind) {
    return em.createQuery(
            "SELECT s FROM Subscription s WHERE s.platformId = :platform AND s.kind = :kind",
            Subscription.class)
        .setParameter("platform", platformId)
        .setParameter("kind", kind)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getSingleResult();
  }

  private static String digest(List<Oddity> odd) {
    String all = odd.stream().map(Oddity::sentence).collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
