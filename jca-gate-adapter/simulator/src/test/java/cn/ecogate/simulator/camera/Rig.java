package cn.ecogate.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.picture.PlateColor;
import cn.ecogate.simulator.picture.Snapshot;
import cn.ecogate.simulator.picture.Subject;
import cn.ecogate.simulator.picture.Subject.Reading;
import cn.ecogate.simulator.truth.TruthLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/** What a camera needs to be tried without a site around it. */
public final class Rig implements AutoCloseable {

  public static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

  public final Mischief mischief = new Mischief();
  public final TruthLog truth;
  private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();

  public Rig(Path folder) throws IOException {
    this.truth = new TruthLog(folder, Clock.systemUTC());
  }

  public Gear gear() {
    return new Gear(
        Clock.fixed(NOON, ZoneOffset.UTC), Snapshot::shoot, truth, timers, mischief, 42);
  }

  public String told() throws IOException {
    return Files.readString(truth.file());
  }

  public static Order truck(String device, String plate, boolean history) {
    return new Order(
        device,
        new Subject(plate, PlateColor.YELLOW, Reading.READ, "H11", false, 1),
        0,
        "GOOD",
        history);
  }

  public static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() throws IOException {
    timers.shutdownNow();
    truth.close();
  }
}
