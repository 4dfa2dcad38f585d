package cn.ecogate.adapter.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.adapter.wire.StGs;
import cn.ecogate.adapter.wire.WeightFrame.Unit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a weighbridge is said to show as time passes. */
class ScaleEarTest {

  private static final Instant MORNING = Instant.parse("2026-11-22T00:00:00Z");

  private final SetClock clock = new SetClock();
  private final Collected outlet = new Collected();
  private final Gauge gauge = new Gauge("A-01-weighbridge", clock, outlet::health);
  private final ScaleEar ear =
      new ScaleEar(
          "A-01-weighbridge",
          () -> new StGs(Unit.KILOGRAMS),
          new Weighing(20, 500),
          20,
          gauge,
          outlet,
          clock);

  @BeforeEach
  void connect() {
    ear.connected();
  }

  @Test
  @DisplayName("两秒没有数据就不再显示旧重量，健康状态说明原因，只说一次")
  void staleAfterTwoSeconds() throws InterruptedException {
    says("ST,GS,+0000000kg");
    later(1_900);
    ear.timePasses();
    assertThat(gauge.health().state()).isEqualTo(DeviceHealth.State.UP);

    for (int i = 0; i < 50; i++) {
      later(200);
      ear.timePasses();
    }

    assertThat(gauge.health().state()).isEqualTo(DeviceHealth.State.DOWN);
    assertThat(gauge.health().complaint()).contains("2 秒没有数据，请检查仪表电源、连线和连续发送设置");
    assertThat(gauge.health().errors()).isEqualTo(1);
    assertThat(outlet.scales)
        .extracting(WeightReport::state)
        .containsExactly(WeightReport.State.EMPTY, WeightReport.State.SILENT);

    says("ST,GS,+0000000kg");
    assertThat(gauge.health().state()).isEqualTo(DeviceHealth.State.UP);
    assertThat(gauge.health().complaint()).isEmpty();
  }

  @Test
  @DisplayName("有数据但读不懂：说出读不懂的是什么")
  void rubbishInsteadOfSilence() throws InterruptedException {
    says("x");
    says("HELLO");
    later(2_000);
    ear.timePasses();

    assertThat(gauge.health().complaint().orElseThrow()).contains("HELLO");
  }

  @Test
  @DisplayName("变化中的重量每秒最多刷新一次屏幕，状态变化立即刷新")
  void screensAreNotFlooded() throws InterruptedException {
    for (int kg = 1_000; kg < 31_000; kg += 1_000) {
      says("US,GS,+%07dkg".formatted(kg));
      later(100);
    }
    assertThat(outlet.scales)
        .extracting(r -> r.kilograms().intValueExact())
        .containsExactly(1_000, 11_000, 21_000);
    outlet.scales.clear();

    for (int i = 0; i < 5; i++) {
      says("ST,GS,+0031000kg");
    }
    assertThat(outlet.scales)
        .extracting(WeightReport::state, r -> r.kilograms().intValueExact())
        .contains(org.assertj.core.groups.Tuple.tuple(WeightReport.State.SETTLED, 31_000));
    assertThat(List.copyOf(outlet.weights)).hasSize(1);
    assertThat(outlet.weights.peek().at()).isEqualTo(clock.now);
    assertThat(outlet.weights.peek().eventId()).isEqualTo(clock.now.toString());
  }

  @Test
  @DisplayName("同一次称重的更正指明被更正的那一条")
  void correctionNamesTheEarlierWeight() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      says("ST,GS,+0031000kg");
    }
    String first = outlet.weights.take().eventId();
    later(5_000);
    for (int i = 0; i < 5; i++) {
      says("ST,GS,+0032000kg");
    }

    assertThat(outlet.weights.take().corrects()).isEqualTo(first);
  }

  private void says(String line) throws InterruptedException {
    byte[] bytes = (line + "\r\n").getBytes(US_ASCII);
    ear.hear(bytes, bytes.length);
  }

  private void later(long millis) {
    clock.now = clock.now.plusMillis(millis);
  }

  /** Time is set, not waited for. */
  private static final class SetClock extends Clock {

    private Instant now = MORNING;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
