package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.simulator.platform.FailMode;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.OutboxRow;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Records on their way to a platform that misbehaves: nothing lost, nothing doubled, in order. */
class UploadWorkerIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

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
  @DisplayName("一条通行连同照片送达，界面得到通知")
  void aPassageArrivesWithItsPhoto() throws IOException {
    plant.passage("S-1", "A-01", plant.photos.keep(jpeg()));
    UploadWorker worker = plant.worker();

    assertThat(worker.runOnce()).isEqualTo(1);

    Dispatch dispatch = plant.dispatch("S-1");
    assertThat(dispatch.state()).isEqualTo(State.ACCEPTED);
    assertThat(dispatch.key()).isEqualTo("530181000001-S-1");
    assertThat(dispatch.answer()).contains("成功（代码 200）");
    assertThat(dispatch.settledAt()).contains(plant.clock.instant());
    Map<?, ?> record = (Map<?, ?>) plant.platform.records().get(0).get("record");
    assertThat(record.get("plateNo")).isEqualTo("云A12345");
    assertThat(record.get("passTime")).isEqualTo("2026-11-21 16:30:00");
    assertThat((String) record.get("bodyPhoto")).startsWith("sha256:");
    assertThat(plant.changes.heard()).isEmpty();
    worker.notice.flush();
    assertThat(plant.changes.heard()).containsExactly(new UploadsChanged("province"));
  }

  @Test
  @DisplayName("放行按同一途径上报：自有流水号，车辆各项取自原通行，违规如实、未被拦截")
  void aReleaseArrivesAfterItsPassage() {
    plant.release(plant.passage("S-1", "A-01"), "REFUSED");
    assertThat(plant.worker().runOnce()).isEqualTo(2);
    Map<?, ?> record = (Map<?, ?>) plant.platform.records().get(1).get("record");
    assertThat(record.get("serialNo")).isEqualTo("S-1-R");
    assertThat(record.get("plateNo")).isEqualTo("云A12345");
    assertThat(record.get("passTime")).isEqualTo("2026-11-21 16:30:00");
    assertThat(record.get("blocked")).isEqualTo("0");
    assertThat(record.get("violated")).isEqualTo("1");
    assertThat(record.get("recordType")).isEqualTo("2");
    assertThat(record.get("remark")).isEqualTo("特批：应急抢险");
    Map<?, ?> passage = (Map<?, ?>) plant.platform.records().get(0).get("record");
    assertThat(passage.get("violated")).isEqualTo("0");
  }

  @Test
  @DisplayName("照片丢了，记录照样上传，并注明缺照片")
  void aLostPhotoDoesNotHoldTheRecord() {
    plant.passage("S-1", "A-01", "0".repeat(64));
    plant.worker().runOnce();
    assertThat(plant.state("S-1")).isEqualTo(State.ACCEPTED);
    assertThat(plant.dispatch("S-1").answer().orElseThrow()).contains("照片 00000000 不在照片库，未随记录上传");
  }

  @Test
  @DisplayName("发出之后、记账之前被杀：租期一到由别人重发，平台只有一份")
  void aCrashBetweenCallAndSettleDoublesNothing() {
    plant.passage("S-1", "A-01");
    UploadWorker dying =
        plant.worker(
            new UplinkPlant.LocalOutbox(plant) {
              @Override
              public State settle(OutboxRow claimed, String node, Exchange exchange) {
                throw new AssertionError("killed");
              }
            });
    assertThatThrownBy(dying::runOnce).isInstanceOf(AssertionError.class).hasMessage("killed");
    assertThat(plant.state("S-1")).isEqualTo(State.CLAIMED);

    UploadWorker other = plant.worker();
    assertThat(other.runOnce()).isZero();
    plant.clock.forward(UploadWorker.LEASE.plusSeconds(1));
    assertThat(other.runOnce()).isEqualTo(1);

    assertThat(plant.state("S-1")).isEqualTo(State.ACCEPTED);
    assertThat(plant.platform.keys()).containsExactly("S-1");
    assertThat(plant.platform.duplicates()).isEqualTo(1);
  }

  @Test
  @DisplayName("平台存下却断在答复之前：重发后只有一份")
  void aCutAnswerDoublesNothing() {
    plant.passage("S-1", "A-01");
    plant.passage("S-2", "A-01");
    plant.platform.fail(FailMode.CUT, 1);
    UploadWorker worker = plant.worker();
    worker.runOnce();
    assertThat(plant.dispatch("S-1").answer().orElseThrow()).startsWith("与平台的连接中断");
    assertThat(plant.state("S-2")).isEqualTo(State.WAITING);
    assertThat(plant.dispatch("S-2").tries()).isZero();

    plant.clock.forward(Duration.ofSeconds(2));
    worker.runOnce();
    assertThat(plant.platform.keys()).containsExactly("S-1", "S-2");
    assertThat(plant.platform.duplicates()).isEqualTo(1);
  }

  @Test
  @DisplayName("令牌半路失效，记录不受影响")
  void aLostTokenCostsNoTry() {
    UploadWorker worker = plant.worker();
    plant.passage("S-1", "A-01");
    worker.runOnce();
    plant.passage("S-2", "A-01");
    plant.platform.fail(FailMode.TOKEN, 1);
    worker.runOnce();
    assertThat(plant.dispatch("S-2").tries()).isEqualTo(1);
    assertThat(plant.state("S-2")).isEqualTo(State.ACCEPTED);
  }

  @Test
  @DisplayName("平台 500：按计划重试，同一车道后面的等它，别的车道照走")
  void aFailingRecordHoldsItsLaneOnly() {
    plant.passage("S-1", "A-01");
    plant.passage("S-2", "A-01");
    plant.passage("S-3", "A-02");
    plant.platform.fail(FailMode.ERROR, 1);
    UploadWorker worker = plant.worker();
    worker.runOnce();
    assertThat(plant.platform.keys()).containsExactly("S-3");
    assertThat(plant.dispatch("S-1").nextTryAt()).isEqualTo(plant.clock.instant().plusSeconds(2));

    plant.clock.forward(Duration.ofMillis(1_999));
    assertThat(worker.runOnce()).isZero();
    plant.clock.forward(Duration.ofMillis(1));
    assertThat(worker.runOnce()).isEqualTo(2);
    assertThat(plant.platform.keys()).containsExactly("S-3", "S-1", "S-2");
  }

  @Test
  @DisplayName("拒收的记录带着平台原话停在一边，后面的照走")
  void aRefusedRecordStepsAside() {
    plant.passage("S-1", "A-01");
    plant.passage("S-2", "A-01");
    plant.platform.fail(FailMode.REFUSE, 1);
    plant.worker().runOnce();
    assertThat(plant.state("S-1")).isEqualTo(State.BLOCKED);
    assertThat(plant.dispatch("S-1").answer()).contains("号牌颜色与车辆类型不符（代码 40001）");
    assertThat(plant.platform.keys()).containsExactly("S-2");
  }

  @Test
  @DisplayName("断网之后，新记录先走，积压的按车道次序补传")
  void liveRecordsOvertakeTheBacklog() throws IOException {
    plant.platformGoesDown();
    UploadWorker worker = plant.worker();
    for (String serial : List.of("old-1", "old-2", "old-3")) {
      plant.passage(serial, "A-01");
      worker.runOnce();
    }
    plant.clock.forward(Duration.ofHours(3));
    plant.passage("new-1", "A-01");
    plant.passage("new-2", "A-01");
    plant.platformComesBack();

    worker.runOnce();
    assertThat(plant.platform.keys()).containsExactly("new-1", "new-2", "old-1", "old-2", "old-3");
  }

  @Test
  @DisplayName("线路不通时不逐条去撞；心跳一通，立即补传")
  void aQuietLineWaitsForTheHeartbeat() throws IOException {
    plant.platformGoesDown();
    UploadWorker worker = plant.worker();
    Heartbeat heartbeat = plant.heartbeat();
    plant.passage("S-1", "A-01");
    plant.passage("S-2", "A-02");
    assertThat(worker.runOnce()).isEqualTo(1);
    assertThat(worker.runOnce()).isZero();
    plant.platformComesBack();
    assertThat(worker.runOnce()).isZero();

    heartbeat.runOnce();
    assertThat(plant.platform.heartbeats()).isEqualTo(1);
    assertThat(worker.runOnce()).isEqualTo(2);
    assertThat(plant.platform.keys()).containsExactlyInAnyOrder("S-1", "S-2");
  }

  @Test
  @DisplayName("一条车道的记录迟迟没有答复，别的车道照传；每条车道的次序不乱")
  void lanesAreSentSideBySide() throws Exception {
    plant.patience = Duration.ofSeconds(4);
    plant.passage("A-1", "A-01");
    plant.passage("A-2", "A-01");
    for (int i = 1; i <= 9; i++) {
      plant.passage("B-" + i, "A-02");
      plant.passage("C-" + i, "B-01");
    }
    plant.platform.fail(FailMode.HALF_OPEN, 1);
    ExecutorService hands = Executors.newCachedThreadPool();
    Phaser busy = new Phaser(1);
    plant
        .worker()
        .send(
            task -> {
              busy.register();
              hands.execute(
                  () -> {
                    task.run();
                    busy.arriveAndDeregister();
                  });
            });
    busy.arriveAndAwaitAdvance();
    hands.shutdown();

    assertThat(plant.platform.keys()).hasSizeGreaterThanOrEqualTo(9).doesNotHaveDuplicates();
    for (String lane : List.of("A", "B", "C")) {
      assertThat(plant.platform.keys().stream().filter(key -> key.startsWith(lane))).isSorted();
    }
    assertThat(plant.platform.keys().stream().map(key -> key.charAt(0)).distinct().count())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("平台配置坏了：记录照留，状态里说明原因")
  void aBrokenProfileStopsNoRecord() throws IOException {
    try (UplinkPlant broken = new UplinkPlant(database, dataDir, "nowhere")) {
      UploadWorker worker = broken.worker();
      broken.passage("S-1", "A-01");
      assertThat(worker.runOnce()).isZero();
      assertThat(broken.state("S-1")).isEqualTo(State.WAITING);
      assertThat(broken.platforms().all().get(0).fault().orElseThrow())
          .contains("没有名为“nowhere”的平台配置");
    }
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    return bytes.toByteArray();
  }
}
