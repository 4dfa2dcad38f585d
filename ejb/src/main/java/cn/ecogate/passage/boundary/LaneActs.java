package cn.ecogate.passage.boundary;

import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.device.boundary.GateControl;
import cn.ecogate.device.boundary.GateControl.Tone;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.LockMode;
import cn.ecogate.passage.control.BarrierSentence;
import cn.ecogate.passage.control.ControlState;
import cn.ecogate.passage.control.Freshness;
import cn.ecogate.passage.control.LaneMessage;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageAct;
import cn.ecogate.strategy.boundary.Strategies;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What follows a committed passage: the barrier at once, then display, voice, captions and the
 * notes of how it went, in order per lane.
 */
@ApplicationScoped
public class LaneActs {

  private static final System.Logger LOG = System.getLogger(LaneActs.class.getName());

  /** So long a driver may look at a display that says nothing. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration LOOK = Duration.ofMillis(500);

  @Inject GateControl gate;
  @Inject PassageBook book;
  @Inject PassageMeter meter;
  @Inject CaptionClerk captions;
  @Inject LockShelf locks;
  @Inject Strategies strategies;
  @Inject PassWatcher openings;
  @Inject PassageAlarms alarms;
  @Inject Event<PassageChanged> changed;
  @Inject Clock clock;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  Executor executor;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  ScheduledExecutorService alarmClock;

  private final Map<FutureTask<Void>, Instant> waiting = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> laneTails = new ConcurrentHashMap<>();

  /** Carries out the verdict. Returns when the barrier has answered; the rest goes on by itself. */
  public void follow(Recorded recorded) {
    follow(recorded, false);
  }

  /**
   * The same for a vehicle that a person entered.
   *
   * @param overtaken true if another vehicle has come to the lane meanwhile: it would drive in
   */
  public void follow(Recorded recorded, boolean overtaken) {
    Passage passage = recorded.passage();
    boolean fresh = Freshness.mayOpen(passage.isLate(), passage.getReceivedAt(), clock.instant());
    Optional<Acknowledgement> barrier =
        recorded
            .verdict()
            .match(
                admitted ->
                    Optional.of(
                        !fresh
                            ? Freshness.stale(passage.isLate(), clock.instant())
                            : overtaken ? Freshness.overtaken(clock.instant()) : open(passage)),
                refused -> Optional.empty(),
                needsGuard -> Optional.empty());
    meter.recorded(passage, barrier, clock.instant());
    captions.take(passage);
    inOrder(passage.getLaneId(), () -> finish(recorded, barrier, fresh));
    if (!passage.getReasonCodes().isEmpty()) {
      inOrder(passage.getLaneId(), () -> alarms.about(recorded));
    }
  }

  /** Nothing moves for history, and why not is recorded with it: it is counted and shown. */
  public void followHistory(List<Recorded> late) {
    Map<String, Passage> newest = new LinkedHashMap<>();
    for (Recorded recorded : late) {
      Passage passage = recorded.passage();
      meter.recorded(passage, Optional.empty(), clock.instant());
      captions.take(passage);
      newest.put(passage.getLaneId(), passage);
    }
    newest.forEach((lane, passage) -> changed.fireAsync(new PassageChanged(passage.getId(), lane)));
  }

  /**
   * Tells the driver if the record is still not taken after {@link #PATIENCE}: a database that
   * hangs must not leave him without a word. Cancel it when the record is there.
   */
  public Future<?> watch(Arrival arrival) {
    FutureTask<Void> word = new FutureTask<>(() -> sayNotRecorded(arrival), null);
    waiting.put(word, clock.instant().plus(PATIENCE));
    return word;
  }

  /** One look at all who wait, twice a second: an alarm clock of its own costs every truck. */
  @PostConstruct
  void lookAfterWaiting() {
    alarmClock.scheduleAtFixedRate(
        this::comfortWaiting, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  void comfortWaiting() {
    Instant now = clock.instant();
    waiting.forEach(
        (word, due) -> {
          if (word.isDone() || !now.isBefore(due)) {
            waiting.remove(word);
            word.run();
          }
        });
  }

  /** The record was not taken: nothing opens, and the driver is told whom to ask. */
  public void sayNotRecorded(Arrival arrival) {
    String lane = arrival.lane().id();
    if (Freshness.mayOpen(arrival.late(), arrival.receivedAt(), clock.instant())) {
      LaneMessage message = LaneMessage.notRecorded(clock.instant());
      inOrder(
          lane,
          () -> {
            gate.show(lane, message.lines(), Tone.ATTENTION);
            gate.say(lane, message.spoken());
          });
    }
  }

  /**
   * Opens for a recorded passage whose vehicle a person lets in, and tells the driver. The decision
   * was recorded; it may be no older than a verdict. Returns what the barrier answered, which is
   * noted with the passage.
   */
  public Acknowledgement release(Passage passage, Instant decided) {
    Acknowledgement barrier =
        Freshness.mayOpen(false, decided, clock.instant()) ? open(passage) : tooOld();
    inOrder(
        passage.getLaneId(),
        () -> {
          String control = ControlState.words(strategies.inForce(clock.instant()));
          Optional<LaneMessage> hindrance = hindrance(passage, Optional.of(barrier), control);
          List<PassageAct> done = new ArrayList<>();
          done.add(act(passage, PassageAct.Kind.BARRIER, barrier));
          done.addAll(
              tell(
                  passage,
                  hindrance.orElseGet(() -> LaneMessage.released(passage, control)),
                  hindrance.isPresent() ? Tone.ATTENTION : Tone.ADMIT));
          note(passage, done);
        });
    return barrier;
  }

  /** Tells a driver who waits that nobody lets him in; the passage keeps that he was told. */
  public void turnAway(Passage passage, String why) {
    inOrder(
        passage.getLaneId(),
        () ->
            note(
                passage,
                tell(
                    passage,
                    LaneMessage.turnedAway(
                        passage, ControlState.words(strategies.inForce(clock.instant())), why),
                    Tone.REFUSE)));
  }

  private List<PassageAct> tell(Passage passage, LaneMessage message, Tone tone) {
    String lane = passage.getLaneId();
    return List.of(
        act(passage, PassageAct.Kind.DISPLAY, gate.show(lane, message.lines(), tone)),
        act(passage, PassageAct.Kind.VOICE, gate.say(lane, message.spoken())));
  }

  private void note(Passage passage, List<PassageAct> done) {
    book.note(done);
    changed.fireAsync(new PassageChanged(passage.getId(), passage.getLaneId()));
  }

  private Acknowledgement tooOld() {
    return new Acknowledgement(
        Acknowledgement.Outcome.SKIPPED,
        "未抬杆：放行记录完成时距决定已超过 " + Freshness.LIMIT.toSeconds() + " 秒，车辆可能已离开，请值守人员处理",
        clock.instant(),
        0);
  }

  /** Opens, unless somebody holds the barrier: up, it needs no command; down, it gets none. */
  private Acknowledgement open(Passage passage) {
    Optional<BarrierLock> lock = locks.of(passage.getLaneId());
    if (lock.isPresent()) {
      return new Acknowledgement(
          Acknowledgement.Outcome.SKIPPED, BarrierSentence.locked(lock.get()), clock.instant(), 0);
    }
    Acknowledgement answer = gate.open(passage.getLaneId());
    if (answer.outcome() == Acknowledgement.Outcome.DONE) {
      openings.opened(passage, answer);
    }
    return answer;
  }

  private void finish(Recorded recorded, Optional<Acknowledgement> barrier, boolean fresh) {
    Passage passage = recorded.passage();
    changed.fireAsync(new PassageChanged(passage.getId(), passage.getLaneId()));
    List<PassageAct> acts = new ArrayList<>();
    barrier.ifPresent(answer -> acts.add(act(passage, PassageAct.Kind.BARRIER, answer)));
    if (fresh) {
      String control = ControlState.words(strategies.inForce(clock.instant()));
      Optional<LaneMessage> hindrance = hindrance(passage, barrier, control);
      LaneMessage message =
          hindrance.orElseGet(() -> LaneMessage.of(passage, recorded.verdict(), control));
      Tone tone = hindrance.isPresent() ? Tone.ATTENTION : tone(recorded.verdict());
      acts.addAll(tell(passage, message, tone));
    }
    if (!acts.isEmpty()) {
      note(passage, acts);
    }
  }

  /** What a driver reads who is admitted, but for whom the barrier does not rise. */
  private Optional<LaneMessage> hindrance(
      Passage passage, Optional<Acknowledgement> barrier, String control) {
    if (barrier.filter(answer -> answer.outcome() == Acknowledgement.Outcome.FAILED).isPresent()) {
      return Optional.of(LaneMessage.barrierFailed(passage, control));
    }
    return barrier
        .flatMap(answer -> locks.of(passage.getLaneId()))
        .filter(lock -> lock.getMode() == LockMode.CLOSED)
        .map(lock -> LaneMessage.locked(passage, control));
  }

  private static Tone tone(Verdict verdict) {
    return verdict.match(
        admitted -> Tone.ADMIT, refused -> Tone.REFUSE, needsGuard -> Tone.ATTENTION);
  }

  private static PassageAct act(Passage passage, PassageAct.Kind kind, Acknowledgement answer) {
    return new PassageAct(passage.getId(), kind, answer);
  }

  private void inOrder(String lane, Runnable work) {
    laneTails.compute(
        lane,
        (id, tail) ->
            (tail == null ? CompletableFuture.<Void>completedFuture(null) : tail)
                .thenRunAsync(() -> guarded(lane, work), executor));
  }

  private static void guarded(String lane, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException fault) {
      LOG.log(
          Level.ERROR,
          "After a recorded passage in lane " + lane + " something could not be done or noted",
          fault);
    }
  }
}
