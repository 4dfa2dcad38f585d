package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.adapter.api.WeightReport.State;
import cn.ecogate.adapter.api.WeightSeen;
import cn.ecogate.adapter.wire.FrameReader;
import cn.ecogate.adapter.wire.RawDigest;
import cn.ecogate.adapter.wire.WeightFrame;
import cn.ecogate.adapter.wire.WireException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A weighbridge's indicator: tells each settled weight once, and what is shown as it changes. */
final class ScaleEar implements Ear {

  /** Indicators send ten frames a second; after this long what is shown is not true any more. */
  static final Duration STALE = Duration.ofSeconds(2);

  /** How often a weight that is changing is told to the screens. */
  private static final Duration GLANCE = Duration.ofSeconds(1);

  /** So many good frames after a bad one, and nothing is wrong any more. */
  private static final int WELL_AGAIN = 10;

  private final String deviceId;
  private final Supplier<FrameReader<WeightFrame>> codec;
  private final Weighing weighing;
  private final BigDecimal division;
  private final Gauge gauge;
  private final Outlet outlet;
  private final Clock clock;
  private FrameReader<WeightFrame> reader;
  private Instant lastFrame;
  private String lastMistake;
  private boolean understood;
  private int goodFrames;
  private String lastTold;
  private volatile WeightReport report;
  private Instant reportedAt = Instant.EPOCH;

  ScaleEar(
      String deviceId,
      Supplier<FrameReader<WeightFrame>> codec,
      Weighing weighing,
      int division,
      Gauge gauge,
      Outlet outlet,
      Clock clock) {
    this.deviceId = deviceId;
    this.codec = codec;
    this.weighing = weighing;
    this.division = BigDecimal.valueOf(division);
    this.gauge = gauge;
    this.outlet = outlet;
    this.clock = clock;
    this.report = new WeightReport(deviceId, State.SILENT, null, false, clock.instant());
  }

  @Override
  public void connected() {
    reader = codec.get();
    understood = false;
    lastMistake = null;
    lastFrame = clock.instant();
  }

  @Override
  public void hear(byte[] bytes, int count) throws InterruptedException {
    List<WeightSeen> settled = new ArrayList<>();
    reader.feed(
        bytes,
        0,
        count,
        new FrameReader.Found<>() {
          @Override
          public void frame(WeightFrame frame, byte[] raw) {
            take(frame, raw).ifPresent(settled::add);
          }

          @Override
          public void misunderstood(WireException why) {
            goodFrames = 0;
            lastMistake = why.getMessage();
            gauge.misunderstood(why);
          }
        });
    for (WeightSeen seen : settled) {
      outlet.weight(seen);
    }
  }

  private Optional<WeightSeen> take(WeightFrame frame, byte[] raw) {
    Instant now = clock.instant();
    lastFrame = now;
    lastMistake = null;
    understood = true;
    gauge.heard();
    Optional<WeightSeen> seen = weighing.observe(frame).map(s -> seen(s, raw, now));
    show(frame, now);
    return seen;
  }

  private WeightSeen seen(Weighing.Settled settled, byte[] raw, Instant now) {
    String before = settled.again() ? lastTold : null;
    lastTold = now.toString();
    WeightFrame frame = settled.frame();
    return new WeightSeen(
        deviceId,
        lastTold,
        now,
        frame.gross().orElse(null),
        frame.tare().orElse(null),
        frame.net().orElse(null),
        settled.frames(),
        before,
        RawDigest.of(raw));
  }

  private void show(WeightFrame frame, Instant now) {
    State state = weighing.state();
    boolean unusable =
        state == State.OVERLOAD || state == State.OUT_OF_RANGE || state == State.NEGATIVE;
    if (unusable) {
      goodFrames = 0;
      if (state != report.state()) {
        gauge.failed(words(state, frame));
      }
    } else if (++goodFrames == WELL_AGAIN) {
      gauge.wellAgain();
    }
    WeightReport next =
        new WeightReport(deviceId, state, frame.shown().orElse(null), frame.net().isPresent(), now);
    boolean news = next.state() != report.state() || next.net() != report.net();
    boolean due = Duration.between(reportedAt, now).compareTo(GLANCE) >= 0 && differs(next);
    if (news || due) {
      tell(next, now);
    }
  }

  private boolean differs(WeightReport next) {
    BigDecimal before = report.kilograms();
    BigDecimal after = next.kilograms();
    return before == null || after == null
        ? before != after
        : after.subtract(before).abs().compareTo(division) >= 0;
  }

  private void tell(WeightReport next, Instant now) {
    report = next;
    reportedAt = now;
    outlet.scale(next);
  }

  private static String words(State state, WeightFrame frame) {
    switch (state) {
      case OVERLOAD:
        return "超过最大称量，请让车辆退下地磅";
      case NEGATIVE:
        return "空秤示值为负"
            + frame.shown().map(kg -> "（" + kg.toPlainString() + " kg）").orElse("")
            + "，请在空秤时清零";
      default:
        return "仪表报告超出称量范围，请检查地磅和仪表";
    }
  }

  @Override
  public void timePasses() {
    Instant now = clock.instant();
    if (Duration.between(lastFrame, now).compareTo(STALE) < 0) {
      return;
    }
    gauge.fell(
        lastMistake == null
            ? STALE.toSeconds() + " 秒没有数据，请检查仪表电源、连线和连续发送设置"
            : STALE.toSeconds() + " 秒没有能读懂的数据：" + lastMistake);
    silence(now);
  }

  @Override
  public void lost() {
    silence(clock.instant());
  }

  private void silence(Instant now) {
    if (report.state() != State.SILENT) {
      weighing.silent();
      tell(new WeightReport(deviceId, State.SILENT, null, false, now), now);
    }
  }

  @Override
  public boolean understood() {
    return understood;
  }

  @Override
  public boolean speaksAlways() {
    return true;
  }

  @Override
  public Gauge gauge() {
    return gauge;
  }

  @Override
  public Optional<WeightReport> weight() {
    return Optional.of(report);
  }
}
