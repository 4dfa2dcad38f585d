package cn.ecogate.passage.boundary;

import cn.ecogate.account.entity.Role;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.passage.control.HandWritten;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.Entered;
import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.site.boundary.SiteBook;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Where every vehicle is dealt with: gather, decide, record in one transaction, then act. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PassageDesk {

  private static final System.Logger LOG = System.getLogger(PassageDesk.class.getName());

  @Inject PassageBook book;
  @Inject PassageSearch search;
  @Inject LaneActs acts;
  @Inject PhotoArchive photos;
  @Inject SiteBook siteBook;
  @Inject RecentEvents recent;
  @Inject Clock clock;

  /** A live vehicle. A repeat of one already recorded changes nothing and opens nothing. */
  @PermitAll
  public void arrive(Arrival arrival) {
    if (!recent.has(arrival.eventKey())) {
      deal(arrival);
    }
  }

  /**
   * What one camera tells from its memory, in order: recorded together, so that one durable write
   * serves them all. Some of it the camera may have told before, under the same number or, live or
   * from another memory, under another; that changes nothing.
   */
  @PermitAll
  public void catchUp(List<Arrival> late) {
    List<Arrival> news = untold(late);
    if (news.isEmpty()) {
      return;
    }
    List<Recorded> recorded;
    try {
      recorded = book.recordHistory(news, keep(news));
    } catch (RuntimeException together) {
      // One of them is recorded already, perhaps by another node: each by itself tells which.
      LOG.log(
          Level.WARNING,
          "{0} events of history were not recorded together and are taken one by one: {1}",
          news.size(),
          together.getMessage());
      news.forEach(this::deal);
      return;
    }
    news.forEach(arrival -> recent.add(arrival.eventKey()));
    acts.followHistory(recorded);
  }

  private List<Arrival> untold(List<Arrival> late) {
    Map<String, Arrival> byKey = new LinkedHashMap<>();
    late.stream()
        .filter(arrival -> !recent.has(arrival.eventKey()))
        .forEach(arrival -> byKey.putIfAbsent(arrival.eventKey(), arrival));
    List<Arrival> news = search.untold(List.copyOf(byKey.values()));
    news.forEach(arrival -> byKey.remove(arrival.eventKey()));
    byKey.keySet().forEach(recent::add);
    return news;
  }

  /**
   * A guard's entry, through the same rules and the same record; the barrier opens if they admit.
   * {@code Rejected} names the field and what to change; nothing was written then.
   */
  @RolesAllowed({Role.Names.GUARD, Role.Names.OFFICER, Role.Names.ADMINISTRATOR})
  public Entered enter(ManualEntry entry, String user) {
    Arrival arrival = HandWritten.arrival(entry, user, siteBook.site(), clock.instant());
    Optional<Passage> earlier = search.byEventKey(arrival.eventKey());
    Passage passage = earlier.orElseGet(() -> deal(arrival));
    return new Entered(search.story(passage.getId()).orElseThrow(), earlier.isPresent());
  }

  private Passage deal(Arrival arrival) {
    Future<?> impatience = acts.watch(arrival);
    Recorded recorded;
    try {
      recorded = record(arrival);
      impatience.cancel(false);
      recent.add(arrival.eventKey());
    } catch (RuntimeException fault) {
      impatience.cancel(false);
      return alreadyRecorded(arrival)
          .orElseThrow(
              () -> {
                acts.sayNotRecorded(arrival);
                return fault;
              });
    }
    followed(recorded);
    return recorded.passage();
  }

  /** The record stands: a fault in what follows must neither undo it nor go unseen. */
  private void followed(Recorded recorded) {
    try {
      acts.follow(recorded, overtaken(recorded.passage()));
    } catch (RuntimeException fault) {
      LOG.log(
          Level.ERROR,
          "Passage "
              + recorded.passage().getSerialNo()
              + " is recorded, but its verdict was not carried out: a guard has to look at lane "
              + recorded.passage().getLaneId(),
          fault);
    }
  }

  /**
   * Another vehicle may have come while a person's entry was written. A camera's own is the last.
   */
  private boolean overtaken(Passage passage) {
    return passage.getSource() == Passage.Source.GUARD
        && search
            .newest(passage.getLaneId())
            .filter(newest -> !newest.getId().equals(passage.getId()))
            .isPresent();
  }

  /** Nobody waits for history: its photos are waited for before its record begins. */
  private Supplier<List<PhotoDigests>> keep(List<Arrival> late) {
    List<PhotosUnderWay> underWay =
        late.stream().map(arrival -> PhotosUnderWay.of(arrival, photos)).toList();
    return () -> underWay.stream().map(each -> each.settled().digests()).toList();
  }

  /**
   * The photos are written while the record is; it is committed when they are there. If that takes
   * long, or fails, they are waited for first, and then recorded as they turned out.
   */
  private Recorded record(Arrival arrival) {
    PhotosUnderWay underWay = PhotosUnderWay.of(arrival, photos);
    try {
      return book.record(arrival, underWay);
    } catch (PhotosNotThere late) {
      return book.record(arrival, underWay.settled());
    }
  }

  /** The unique event key refuses a repeat even when two nodes take it at once. */
  private Optional<Passage> alreadyRecorded(Arrival arrival) {
    try {
      Optional<Passage> earlier = search.byEventKey(arrival.eventKey());
      earlier.ifPresent(passage -> recent.add(arrival.eventKey()));
      return earlier;
    } catch (RuntimeException noDatabase) {
      return Optional.empty();
    }
  }
}
