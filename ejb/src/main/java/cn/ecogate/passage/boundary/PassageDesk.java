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
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

  /** A camera's sighting. A repeat of one already recorded changes nothing and opens nothing. */
  @PermitAll
  public void arrive(Arrival arrival) {
    if (!recent.has(arrival.eventKey()) && !toldUnderAnotherName(arrival)) {
      deal(arrival);
    }
  }

  /**
   * What a camera tells from its memory it may have told before under another number, live or from
   * another memory. A live vehicle is dealt with in any case: it waits.
   */
  private boolean toldUnderAnotherName(Arrival arrival) {
    boolean told = arrival.late() && search.sameMoment(arrival).isPresent();
    if (told) {
      recent.add(arrival.eventKey());
    }
    return told;
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
      recorded = book.record(arrival, keep(arrival));
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
      acts.follow(recorded);
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

  /** The photos are written while the facts are looked up. */
  private Supplier<PhotoDigests> keep(Arrival arrival) {
    Optional<CompletableFuture<String>> scene =
        Optional.ofNullable(arrival.scene()).map(photos::keepSoon);
    Optional<CompletableFuture<String>> plateCut =
        Optional.ofNullable(arrival.plateCut()).map(photos::keepSoon);
    return () -> new PhotoDigests(kept(arrival, scene), kept(arrival, plateCut));
  }

  /** A photo that cannot be kept does not stop the truck: the record says that it is missing. */
  private Optional<String> kept(Arrival arrival, Optional<CompletableFuture<String>> photo) {
    try {
      return photo.map(CompletableFuture::join);
    } catch (CompletionException fault) {
      if (!(fault.getCause() instanceof UncheckedIOException full)) {
        throw fault;
      }
      LOG.log(
          Level.ERROR,
          "A photo of {0} could not be kept, its passage is recorded without it: {1}",
          arrival.eventKey(),
          full.getMessage());
      return Optional.empty();
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
