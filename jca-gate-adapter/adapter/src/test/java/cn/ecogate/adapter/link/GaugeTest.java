package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.BadFrame;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.wire.WireException;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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

  /** A weighbridge on the wrong speed says something new 25 times a second. */
  @Test
  void nonsenseIsSaidInTheLogOnceAMinute() {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    Gauge noisy =
        new Gauge(
            "noisy",
            new Clock() {
              @Override
              public Instant instant() {
                return now.get();
              }

              @Override
              public ZoneId getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(ZoneId zone) {
                return this;
              }
            },
            told::add);
    List<String> log = new ArrayList<>();
    Logger logger = Logger.getLogger(Gauge.class.getName());
    Handler heard = listening(log);
    logger.addHandler(heard);
    try {
      noisy.heard();
      for (int i = 0; i < 100; i++) {
        noisy.misunderstood(new WireException("乱码 " + i));
        noisy.wellAgain();
      }
      now.set(NOW.plus(Gauge.SAID_AGAIN));
      noisy.misunderstood(new WireException("还是乱码"));
    } finally {
      logger.removeHandler(heard);
    }

    assertThat(log).containsExactly("noisy：乱码 0", "noisy：已恢复正常", "noisy：还是乱码");
    assertThat(noisy.health().errors()).isEqualTo(101);
  }

  private static Handler listening(List<String> log) {
    return new Handler() {
      @Override
      public void publish(LogRecord told) {
        log.add(MessageFormat.format(told.getMessage(), told.getParameters()));
      }

      @Override
      public void flush() {
        // Nothing is held back.
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }
}
