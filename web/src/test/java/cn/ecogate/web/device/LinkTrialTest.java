package cn.ecogate.web.device;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.device.entity.DeviceStatus.Link;
import cn.ecogate.web.device.LinkTrial.Result;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a trial of some seconds says about a device. */
class LinkTrialTest {

  private static final Instant BEGUN = Instant.parse("2026-11-22T02:00:00Z");
  private static final Instant SOON = BEGUN.plusSeconds(3);
  private static final Instant LATE = BEGUN.plus(LinkTrial.PATIENCE);

  private final LinkTrial trial = LinkTrial.of(status(Link.DOWN, 7), BEGUN);

  @Test
  void aFrameSinceTheBeginningIsEnough() {
    assertThat(trial.seen(status(Link.UP, 8), SOON)).isEqualTo(Result.SPEAKS);
  }

  @Test
  void aDeviceLinkedAnewCountsFromTheBeginning() {
    assertThat(trial.seen(status(Link.UP, 1), SOON)).isEqualTo(Result.SPEAKS);
  }

  @Test
  void silenceIsBorneUntilPatienceIsOver() {
    assertThat(trial.seen(status(Link.UP, 7), SOON)).isEqualTo(Result.RUNNING);
    assertThat(trial.seen(status(Link.DOWN, 7), LATE.minusMillis(1))).isEqualTo(Result.RUNNING);
    assertThat(trial.seen(status(Link.UP, 7), LATE)).isEqualTo(Result.STANDS);
    assertThat(trial.seen(status(Link.DOWN, 7), LATE)).isEqualTo(Result.DOWN);
  }

  @Test
  void framesOfALinkThatFellAgainDoNotCount() {
    assertThat(trial.seen(status(Link.DOWN, 9), LATE)).isEqualTo(Result.DOWN);
  }

  private static DeviceStatus status(Link link, long frames) {
    return new DeviceStatus(null, null, link, BEGUN, Optional.empty(), frames, 0, Optional.empty());
  }
}
