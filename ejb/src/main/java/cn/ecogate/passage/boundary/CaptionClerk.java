package cn.ecogate.passage.boundary;

import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.evidence.entity.Caption;
import cn.ecogate.passage.entity.Passage;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.stream.Stream;

/**
 * Has captions burnt in while no truck is being dealt with, so that no truck waits for a picture
 * and no inspector either. A copy that is still missing when somebody asks for it is made then.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaptionClerk {

  /** Photos waiting at most; what a longer burst adds is captioned when it is asked for. */
  private static final int DESK = 10_000;

  /** So long after the last arrival a gate counts as quiet. */
  static final Duration QUIET = Duration.ofMillis(500);

  @Inject PhotoArchive photos;
  @Inject Clock clock;

  private final LinkedBlockingDeque<Waiting> desk = new LinkedBlockingDeque<>(DESK);
  private volatile Instant lastArrival = Instant.EPOCH;

  private record Waiting(String digest, Caption caption) {}

  /** Takes a recorded passage's photos to caption them later. */
  public void take(Passage passage) {
    lastArrival = clock.instant();
    Caption caption = PassageSearch.caption(passage);
    Stream.of(passage.getScenePhoto(), passage.getPlatePhoto())
        .filter(Objects::nonNull)
        .forEach(digest -> desk.offer(new Waiting(digest, caption)));
  }

  /** Captions what waits until the desk is empty or a truck comes. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void work() {
    while (lastArrival.plus(QUIET).isBefore(clock.instant())) {
      Waiting next = desk.poll();
      if (next == null) {
        return;
      }
      photos.captioned(next.digest(), next.caption());
    }
  }
}
