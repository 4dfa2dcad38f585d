package cn.ecogate.passage.boundary;

import static cn.ecogate.passage.Arrivals.TEN;

import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.device.boundary.GateControl;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.evidence.boundary.Keeping;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.evidence.entity.Caption;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.control.PassageDraft;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageAct;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Site;
import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.entity.ControlStrategy;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A desk whose database, photos and devices are played by hand; writes down what happens, in order.
 */
class PlayedGate {

  final List<String> log = new ArrayList<>();
  final List<String> shown = new ArrayList<>();
  final List<PassageAct> noted = new ArrayList<>();
  final PassageDesk desk = new PassageDesk();

  Verdict verdict = new Verdict.Admitted();
  Acknowledgement.Outcome barrierAnswer = Acknowledgement.Outcome.DONE;
  boolean databaseDown;
  boolean databaseHangs;
  boolean forgetful;
  boolean timeless;
  RuntimeException photoFault;

  /** Comes while a guard's entry is written. */
  Arrival behindIt;

  List<BarrierLock> locks = List.of();

  private FutureTask<Void> impatience;
  final Map<String, Passage> kept = new HashMap<>();

  PlayedGate() {
    desk.book = new Book();
    desk.search = new Search();
    desk.photos = new Photos();
    desk.siteBook = new Plan();
    desk.clock = Clock.fixed(TEN, ZoneOffset.UTC);
    desk.acts = acts();
    restart();
  }

  /** What happens if the driver's patience ends now. */
  void patienceEnds() {
    impatience.run();
  }

  /** Forgets what is only in memory. */
  void restart() {
    log.clear();
    desk.recent = new RecentEvents();
    desk.recent.search = desk.search;
  }

  private LaneActs acts() {
    LaneActs acts =
        new LaneActs() {
          @Override
          public Future<?> watch(Arrival arrival) {
            impatience = new FutureTask<>(() -> sayNotRecorded(arrival), null);
            return impatience;
          }
        };
    acts.book = desk.book;
    acts.captions = clerk();
    acts.clock = desk.clock;
    acts.gate = new Devices();
    acts.changed = new SilentEvent();
    acts.locks = new LockShelf(() -> locks, System::nanoTime);
    acts.strategies =
        new Strategies() {
          @Override
          public List<ControlStrategy> inForce(Instant at) {
            return List.of();
          }
        };
    acts.openings =
        new PassWatcher() {
          @Override
          public void opened(Passage passage, Acknowledgement answer) {
            log.add("watch " + passage.getLaneId());
          }
        };
    acts.executor = Runnable::run;
    acts.alarms =
        new PassageAlarms() {
          @Override
          public void about(Recorded recorded) {
            log.add("alarms " + recorded.passage().getReasonCodes());
          }
        };
    acts.meter =
        new PassageMeter() {
          @Override
          public void recorded(Passage passage, Optional<Acknowledgement> barrier, Instant now) {}
        };
    return acts;
  }

  private CaptionClerk clerk() {
    CaptionClerk clerk = new CaptionClerk();
    clerk.photos = desk.photos;
    clerk.clock = desk.clock;
    return clerk;
  }

  private class Book extends PassageBook {
    @Override
    public Recorded record(Arrival arrival, PhotosUnderWay photos) {
      if (databaseDown) {
        throw new IllegalStateException("the database is down");
      }
      if (kept.containsKey(arrival.eventKey())) {
        throw new IllegalStateException("duplicate key");
      }
      if (databaseHangs) {
        impatience.run();
      }
      if (!photos.thereWithin(Duration.ZERO)) {
        log.add("photos not there");
        throw new PhotosNotThere(arrival.eventKey());
      }
      Recorded recorded = recorded(arrival, photos.digests());
      if (arrival.source() == Passage.Source.GUARD && behindIt != null) {
        recorded(behindIt, photos.digests());
      }
      return recorded;
    }

    private Recorded recorded(Arrival arrival, PhotoDigests photos) {
      log.add("record " + arrival.eventKey());
      Passage passage =
          PassageDraft.of(arrival, Optional.empty(), photos, new Decision(verdict, List.of()), TEN);
      passage.setLedgerSeq(kept.size());
      kept.put(arrival.eventKey(), passage);
      return new Recorded(passage, new Decision(verdict, List.of()));
    }

    @Override
    public List<Recorded> recordHistory(List<Arrival> late, Supplier<List<PhotoDigests>> keeping) {
      List<PhotoDigests> photos = keeping.get();
      if (databaseDown) {
        throw new IllegalStateException("the database is down");
      }
      if (late.stream().anyMatch(arrival -> kept.containsKey(arrival.eventKey()))) {
        throw new IllegalStateException("duplicate key");
      }
      log.add("together " + late.size());
      List<Recorded> recorded = new ArrayList<>();
      for (int i = 0; i < late.size(); i++) {
        recorded.add(recorded(late.get(i), photos.get(i)));
      }
      return recorded;
    }

    @Override
    public void note(List<PassageAct> acts) {
      noted.addAll(acts);
      log.add(
          acts.stream()
              .map(act -> act.getKind() + " " + act.getOutcome())
              .collect(Collectors.joining(", ", "note ", "")));
    }
  }

  private class Search extends PassageSearch {
    @Override
    public Optional<Passage> newest(String laneId) {
      return kept.values().stream()
          .filter(passage -> passage.getLaneId().equals(laneId))
          .max(Comparator.comparing(Passage::getId));
    }

    @Override
    public Optional<Passage> byEventKey(String eventKey) {
      if (databaseDown) {
        throw new IllegalStateException("the database is down");
      }
      return Optional.ofNullable(kept.get(eventKey));
    }

    @Override
    public List<Arrival> untold(List<Arrival> late) {
      return late.stream()
          .filter(
              arrival ->
                  timeless
                      || kept.values().stream()
                          .noneMatch(
                              passage ->
                                  arrival
                                      .deviceAt()
                                      .filter(passage.getDeviceAt()::equals)
                                      .isPresent()))
          .toList();
    }

    @Override
    public List<String> newestEventKeys(int most) {
      if (databaseDown || forgetful) {
        throw new IllegalStateException("the database is down");
      }
      return List.copyOf(kept.keySet());
    }

    @Override
    public Optional<PassageStory> story(long id) {
      return kept.values().stream()
          .findFirst()
          .map(passage -> new PassageStory(passage, List.of(), List.of(), List.of()));
    }
  }

  private class Photos extends PhotoArchive {
    @Override
    public List<Keeping> keepSoon(List<byte[]> photos) {
      return photos.stream().map(this::keeping).toList();
    }

    private Keeping keeping(byte[] photo) {
      CompletableFuture<String> digest = CompletableFuture.completedFuture("0".repeat(64));
      if (photoFault != null) {
        return new Keeping(digest, CompletableFuture.failedFuture(photoFault));
      }
      log.add("keep");
      return new Keeping(digest, CompletableFuture.completedFuture(null));
    }

    @Override
    public Optional<Path> captioned(String digest, Caption caption) {
      return Optional.empty();
    }
  }

  private static class Plan extends SiteBook {
    @Override
    public Site site() {
      return Sites.oneGate();
    }
  }

  private class Devices extends GateControl {
    @Override
    public Acknowledgement open(String laneId) {
      log.add("open " + laneId);
      return new Acknowledgement(barrierAnswer, "道闸", TEN, 1);
    }

    @Override
    public Acknowledgement show(String laneId, List<String> lines, Tone tone) {
      log.add("show " + laneId);
      shown.addAll(lines);
      return new Acknowledgement(Acknowledgement.Outcome.DONE, "显示", TEN, 1);
    }

    @Override
    public Acknowledgement say(String laneId, String sentence) {
      log.add("say " + laneId);
      return new Acknowledgement(Acknowledgement.Outcome.DONE, "播报", TEN, 1);
    }
  }

  private static class SilentEvent implements Event<PassageChanged> {
    @Override
    public void fire(PassageChanged event) {}

    @Override
    public <U extends PassageChanged> CompletionStage<U> fireAsync(U event) {
      return CompletableFuture.completedFuture(event);
    }

    @Override
    public <U extends PassageChanged> CompletionStage<U> fireAsync(
        U event, NotificationOptions options) {
      return fireAsync(event);
    }

    @Override
    public Event<PassageChanged> select(Annotation... qualifiers) {
      return this;
    }

    @Override
    public <U extends PassageChanged> Event<U> select(Class<U> type, Annotation... qualifiers) {
      throw new IllegalStateException("nobody selects here");
    }

    @Override
    public <U extends PassageChanged> Event<U> select(
        TypeLiteral<U> type, Annotation... qualifiers) {
      throw new IllegalStateException("nobody selects here");
    }
  }
}
