package cn.ecogate.uplink.boundary;

import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.uplink.control.DayStory;
import cn.ecogate.uplink.control.PlatformClient;
import cn.ecogate.uplink.entity.OutboxRow;
import cn.ecogate.uplink.entity.Reconciliation;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a platform every night which records of the days before it holds, and sends again what it
 * said it had and has not. Only where its profile knows how to ask; elsewhere the gap list is all
 * there is.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reconciler {

  /** Yesterday, and two days more: a platform that was away last night is asked the next. */
  private static final int DAYS = 3;

  private static final System.Logger LOG = System.getLogger(Reconciler.class.getName());

  @Inject Platforms platforms;
  @Inject HeldBook book;
  @Inject RecordWriter writer;
  @Inject SiteBook siteBook;
  @Inject Outbox outbox;
  @Inject ChangeNotice notice;
  @Inject Clock clock;

  @Schedule(hour = "2", minute = "10", second = "0", persistent = false)
  public void runOnce() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), DayStory.PLANT_ZONE);
    for (PlatformLink link : platforms.all()) {
      for (int back = DAYS; back >= 1; back--) {
        compare(link, today.minusDays(back));
      }
    }
  }

  /** Compares one day; empty if this platform cannot be asked, or did not say. */
  public Optional<Reconciliation> compare(String platformId, LocalDate day) {
    return platforms.link(platformId).flatMap(link -> compare(link, day));
  }

  private Optional<Reconciliation> compare(PlatformLink link, LocalDate day) {
    if (link.wire().isEmpty() || link.wire().get().profile().reconcile().isEmpty()) {
      return Optional.empty();
    }
    List<OutboxRow> ours =
        book.accepted(link.id(), TransferBook.begin(day), TransferBook.begin(day.plusDays(1)));
    Map<LocalDate, Optional<Set<String>>> held = new HashMap<>();
    Optional<Set<String>> theirs = held(link, day, held);
    if (theirs.isEmpty()) {
      return Optional.empty();
    }
    List<OutboxRow> missing = new ArrayList<>();
    for (OutboxRow row : ours) {
      if (!theirs.get().contains(row.getSubject()) && !elsewhere(link, row, held)) {
        missing.add(row);
      }
    }
    if (!missing.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Platform {0} does not hold {1} records of {2} that it said it had taken; they are sent again.",
          link.id(),
          missing.size(),
          day);
      notice.changed(link.id());
    }
    return Optional.of(book.write(link.id(), day, ours.size(), theirs.get().size(), missing));
  }

  /** A record written down late belongs to the day of its passage, not of its writing. */
  private boolean elsewhere(
      PlatformLink link, OutboxRow row, Map<LocalDate, Optional<Set<String>>> held) {
    LocalDate seen =
        writer
            .text(row)
            .value("seen-at")
            .map(at -> LocalDate.ofInstant(Instant.parse(at), DayStory.PLANT_ZONE))
            .orElseThrow();
    // A platform that does not say is not one that has lost it.
    return held(link, seen, held).map(keys -> keys.contains(row.getSubject())).orElse(true);
  }

  private Optional<Set<String>> held(
      PlatformLink link, LocalDate day, Map<LocalDate, Optional<Set<String>>> held) {
    return held.computeIfAbsent(day, asked -> ask(link, asked));
  }

  private Optional<Set<String>> ask(PlatformLink link, LocalDate day) {
    PlatformLink.Wire wire = link.wire().orElseThrow();
    String enterprise = siteBook.site().enterprise().number();
    PlatformClient.Held answer =
        wire.client().askHeld(wire.mapping().reconcile(enterprise, day, clock.instant()));
    outbox.heard(link.id(), answer.exchange());
    return answer.serials().map(HashSet::new);
  }
}
