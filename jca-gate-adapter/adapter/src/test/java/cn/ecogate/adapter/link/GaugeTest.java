package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.BadFrame;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.wire.WireException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a device's gauge remembers, and for how long. */
class GaugeTest {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private final List<DeviceHealth> told = new ArrayList<>();
  private final Gauge gauge = new Gauge("a", Clock.fixed(NOW, ZoneOffset.UTC), told::add);

  @Test
  void lastFaultOutlivesTheRecovery() {
    gauge.down("网线拔了");
    gauge.heard();

    assertThat(gauge.health().complaint()).isEmpty();
    assertThat(gauge.diagnosis().fault()).hasValue("网线拔了");
    assertThat(gauge.diagnosis().faultAt()).hasValue(NOW);
    assertThat(told).extracting(DeviceHealth::state).containsExactly(State.DOWN, State.UP);
  }

  @Test
  void fewBadFramesAreKeptTheNewestFirst() {
    for (int i = 0; i < 9; i++) {
      gauge.misunderstood(new WireException("第 " + i + " 帧", new byte[] {(byte) i}));
    }

    assertThat(gauge.health().errors()).isEqualTo(9);
    assertThat(gauge.diagnosis().badFrames())
        .extracting(BadFrame::sentence)
        .containsExactly("第 8 帧", "第 7 帧", "第 6 帧", "第 5 帧", "第 4 帧");
    assertThat(gauge.diagnosis().badFrames().get(0).bytes()).containsExactly(8);
  }

  @Test
  void aLongFrameIsKeptByItsBeginning() {
    gauge.misunderstood(new WireException("太长", new byte[1_000_000]));

    assertThat(gauge.diagnosis().badFrames().get(0).bytes()).hasSize(2_048);
  }

  @Test
  void aDeviceThatWasAlwaysWellHasNothingToTell() {
    gauge.heard();

    assertThat(gauge.diagnosis().fault()).isEmpty();
    assertThat(gauge.diagnosis().badFrames()).isEmpty();
  }
}
