package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.platform.FailMode;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.PlatformStatus;
import cn.ecogate.uplink.entity.Reconciliation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The platform said "taken" and has it not: only a comparison finds that out. */
class ReconcilerIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  @TempDir Path dataDir;
  private UplinkPlant plant;

  @BeforeEach
  void start() throws SQLException, IOException {
    database.empty();
    plant = new UplinkPlant(database, dataDir);
  }

  @AfterEach
  void stop() {
    plant.close();
  }

  @Test
  @DisplayName("平台答了接收却没有存：对账发现，重新上传，传输率先降后升")
  void whatThePlatformLostGoesAgain() {
    UploadWorker worker = plant.worker();
    plant.passage("S-1", "A-01");
    plant.platform.fail(FailMode.LOSE, 1);
    plant.passage("S-2", "A-02");
    worker.runOnce();
    assertThat(plant.state("S-1")).isEqualTo(State.ACCEPTED);
    assertThat(plant.platform.keys()).containsExactly("S-2");

    plant.clock.forward(Duration.ofDays(1));
    plant.reconciler().runOnce();

    assertThat(plant.state("S-1")).isEqualTo(State.WAITING);
    assertThat(plant.dispatch("S-1").answer().orElseThrow()).startsWith("对账：平台曾答已接收，但查无此记录");
    PlatformStatus status = plant.status();
    assertThat(status.accepted()).isEqualTo(1);
    assertThat(status.produced()).isEqualTo(2);
    Reconciliation found = plant.books().latest(UplinkPlant.PLATFORM, DAY).orElseThrow();
    assertThat(found.getOurs()).isEqualTo(2);
    assertThat(found.getTheirs()).isEqualTo(1);
    assertThat(found.getMissing()).isEqualTo(1);

    worker.runOnce();
    assertThat(plant.platform.keys()).containsExactlyInAnyOrder("S-2", "S-1");
    assertThat(plant.status().accepted()).isEqualTo(2);
    plant.reconciler().compare(UplinkPlant.PLATFORM, DAY);
    assertThat(plant.books().latest(UplinkPlant.PLATFORM, DAY).orElseThrow().getMissing()).isZero();
  }

  @Test
  @DisplayName("平台问不到时不下结论")
  void nothingIsConcludedFromSilence() {
    plant.passage("S-1", "A-01");
    plant.worker().runOnce();
    plant.platformGoesDown();
    plant.clock.forward(Duration.ofDays(1));
    plant.reconciler().runOnce();
    assertThat(plant.state("S-1")).isEqualTo(State.ACCEPTED);
    assertThat(plant.books().latest(UplinkPlant.PLATFORM, DAY)).isEmpty();
  }
}
