package cn.ecogate.release.boundary;

import static cn.ecogate.passage.Arrivals.aTruckAt;

import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.boundary.LaneActs;
import cn.ecogate.passage.boundary.PassWatcher;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.control.PassageDraft;
import cn.ecogate.passage.control.PassageText;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.release.entity.Cause;
import cn.ecogate.release.entity.NewExemption;
import cn.ecogate.release.entity.NewRelease;
import cn.ecogate.release.entity.Release;
import cn.ecogate.release.entity.Ruling;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Site;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A gate whose releases go to a real database, every act in a transaction of its own; barrier and
 * display are played, and write down what they are told.
 */
final class ReleasePlant {

  final RealDatabase database;
  final SettableClock clock = SettableClock.atSomeMorning();
  final HeardEvents<ReleaseChanged> news = new HeardEvents<>();
  final List<String> lane = new CopyOnWriteArrayList<>();

  Acknowledgement.Outcome barrierAnswer = Acknowledgement.Outcome.DONE;
  boolean killedBeforeTheBarrier;
  boolean ledgerFails;
  Optional<Instant> onLoop = Optional.empty();
  Optional<Vehicle> filed = Optional.empty();

  /** What happens at the lane between a release's record and the barrier. */
  Runnable meanwhile = () -> {};

  ReleasePlant(RealDatabase database) {
    this.database = database;
  }

  /** A truck that the rules could not decide about. */
  Passage asksTheGuard(String plate) {
    return seen(
        plate, new Verdict.NeedsGuard(List.of(reason(Reason.Code.VEHICLE_NOT_FILED, "车辆未备案"))));
  }

  /** A truck that the rules refused. */
  Passage refused(String plate) {
    return seen(
        plate, new Verdict.Refused(List.of(reason(Reason.Code.EXCEEDING_LISTED, "列入超标车辆名单"))));
  }

  Passage admitted(String plate) {
    return seen(plate, new Verdict.Admitted());
  }

  NewRelease wish(Passage passage) {
    return new NewRelease(
        "k-" + passage.getId(), passage.getId(), Cause.PAPERS_SHOWN, "随车清单为国六，当场核对", null);
  }

  NewExemption exemption(Passage passage) {
    return exemption(passage, "x-" + passage.getId());
  }

  NewExemption exemption(Passage passage, String key) {
    return new NewExemption(
        new NewRelease(key, passage.getId(), Cause.EMERGENCY, "高炉抢修备件", null),
        clock.instant().plus(Duration.ofDays(3)));
  }

  ReleaseDesk desk(String user) {
    ReleaseDesk desk = new ReleaseDesk();
    desk.book = new Book();
    desk.search = search();
    desk.passages = new Passages(null);
    desk.acts = new Lane();
    desk.photos = new PhotoArchive();
    desk.clock = clock;
    desk.session = SignedIn.as(user);
    desk.patience = Duration.ofMinutes(5);
    return desk;
  }

  ExemptionClock clockwork() {
    ExemptionClock work = new ExemptionClock();
    work.book = new Book();
    work.search = search();
    work.passages = new Passages(null);
    work.acts = new Lane();
    return work;
  }

  Release now(long id) {
    return ask(em -> em.find(Release.class, id));
  }

  List<LedgerEntry> entries(String kind, String subject) {
    return ask(em -> ledger(em).about(kind, subject));
  }

  <T> T ask(Function<EntityManager, T> question) {
    return database.inTransaction(question);
  }

  ReleaseSearch search() {
    ReleaseSearch search = new ReleaseSearch();
    search.em = database.entityManager();
    search.clock = clock;
    return search;
  }

  Ledger ledger(EntityManager em) {
    return new Ledger(
        em,
        clock,
        new HeardEvents<>(
            entry -> {
              if (ledgerFails) {
                throw new IllegalStateException("the disk is full");
              }
            }));
  }

  private Passage seen(String plate, Verdict verdict) {
    Instant at = clock.instant();
    List<RuleAnswer> answers =
        PassageDraft.reasons(verdict).stream()
            .map(
                why ->
                    new RuleAnswer(
                        "rule",
                        "规则",
                        "HJ 1321-2023",
                        RuleAnswer.Outcome.REFUSES,
                        why.sentence(),
                        Optional.of(why)))
            .toList();
    return ask(
        em -> {
          Passage passage =
              PassageDraft.of(
                  aTruckAt(at).plate(plate).event("e-" + plate + at).arrival(),
                  Optional.empty(),
                  new PhotoDigests(Optional.of("ab".repeat(32)), Optional.empty()),
                  new Decision(verdict, answers),
                  at);
          passage.setLedgerSeq(
              ledger(em)
                  .append(
                      "passage",
                      passage.getSerialNo(),
                      PassageText.of("E", passage, PassageDraft.reasons(verdict)))
                  .seq());
          em.persist(passage);
          return passage;
        });
  }

  private static Reason reason(Reason.Code code, String sentence) {
    return new Reason(code, sentence);
  }

  private ReleaseBook book(EntityManager em) {
    ReleaseBook book = new ReleaseBook();
    book.em = em;
    book.clock = clock;
    book.ledger = ledger(em);
    book.alarms = new AlarmDesk(em, clock, new HeardEvents<>());
    book.changed = news;
    book.passages = new Passages(em);
    book.loops =
        new PassWatcher() {
          @Override
          public Optional<Instant> lastOnLoop(String laneId) {
            return onLoop;
          }
        };
    book.registry =
        new Registry() {
          @Override
          public Optional<Vehicle> byPlate(PlateNumber plate, PlateColor color) {
            return filed;
          }
        };
    book.siteBook =
        new SiteBook() {
          @Override
          public Site site() {
            return Sites.oneGate();
          }
        };
    return book;
  }

  /** What the container does: every call a transaction of its own. */
  private final class Book extends ReleaseBook {
    @Override
    public Release release(Release release) {
      Release written = ReleasePlant.this.ask(em -> book(em).release(release));
      meanwhile.run();
      return written;
    }

    @Override
    public Release ask(Release request) {
      return ReleasePlant.this.ask(em -> book(em).ask(request));
    }

    @Override
    public Ruling answer(long id, String who, boolean approve, String words) {
      return ReleasePlant.this.ask(em -> book(em).answer(id, who, approve, words));
    }

    @Override
    public Ruling withdraw(long id, String who) {
      return ReleasePlant.this.ask(em -> book(em).withdraw(id, who));
    }

    @Override
    public Optional<Release> endIfOver(long id) {
      return ReleasePlant.this.ask(em -> book(em).endIfOver(id));
    }

    @Override
    public Release told(long id, Acknowledgement answer) {
      return ReleasePlant.this.ask(em -> book(em).told(id, answer));
    }

    @Override
    public Release keepPromise(long id, String who, String how) {
      return ReleasePlant.this.ask(em -> book(em).keepPromise(id, who, how));
    }

    @Override
    public void follow(long id) {
      database.inTransaction(
          em -> {
            book(em).follow(id);
          });
    }
  }

  private final class Lane extends LaneActs {
    @Override
    public Acknowledgement release(Passage passage, Instant decided) {
      if (killedBeforeTheBarrier) {
        throw new IllegalStateException("killed");
      }
      lane.add("open " + passage.getPlate());
      return new Acknowledgement(barrierAnswer, "道闸控制器已确认抬杆命令", clock.instant(), 3);
    }

    @Override
    public void turnAway(Passage passage, String why) {
      lane.add("turn away " + passage.getPlate() + " " + why);
    }
  }

  private final class Passages extends PassageSearch {
    private final EntityManager own;

    Passages(EntityManager own) {
      this.own = own;
    }

    @Override
    public Optional<PassageStory> story(long id) {
      return found(em -> Optional.ofNullable(em.find(Passage.class, id)))
          .map(
              passage ->
                  new PassageStory(
                      passage,
                      cn.ecogate.passage.control.AnswerScript.read(passage.getAnswers()),
                      List.of(),
                      List.of()));
    }

    @Override
    public Optional<Passage> newest(String laneId) {
      return found(
          em ->
              em.createQuery(
                      "SELECT p FROM Passage p WHERE p.laneId = :lane ORDER BY p.id DESC",
                      Passage.class)
                  .setParameter("lane", laneId)
                  .setMaxResults(1)
                  .getResultStream()
                  .findFirst());
    }

    private Optional<Passage> found(Function<EntityManager, Optional<Passage>> query) {
      return own == null ? ask(query) : query.apply(own);
    }
  }
}
