package cn.ecogate.passage.boundary;

import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.passage.entity.Passage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts passages by outcome and times the way from the camera's last byte to the barrier's answer.
 */
@ApplicationScoped
public class PassageMeter {

  @Inject MetricRegistry metrics;

  public void recorded(Passage passage, Optional<Acknowledgement> barrier, Instant now) {
    metrics
        .counter(
            "ecogate_passages",
            new Tag("outcome", passage.getOutcome().name()),
            new Tag("late", String.valueOf(passage.isLate())))
        .inc();
    barrier.ifPresent(
        answer -> {
          metrics
              .counter("ecogate_barrier_commands", new Tag("result", answer.outcome().name()))
              .inc();
          metrics
              .histogram("ecogate_camera_to_barrier_milliseconds")
              .update(Duration.between(passage.getReceivedAt(), now).toMillis());
        });
  }
}
