package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.platform.FailMode;
import cn.ecogate.simulator.platform.Shape;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.uplink.entity.CallMade.Purpose;
import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.PlatformCall;
import cn.ecogate.vocabulary.Direction;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("别种平台，只换配置")
class OtherPlatformsIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  @TempDir Path dataDir;

  @BeforeEach
  void start() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("登录换令牌的平台：照片先单独上传，出厂带着平台给入厂的编号")
  void anExitCarriesTheNumberOfItsEntrance() throws IOException {
    try (UplinkPlant plant = plant("bearer-through", Shape.BEARER_THROUGH)) {
      plant.passage("S-0", "A-01", plant.photos.keep(jpeg()));
      plant.truck("S-1", "A-01", "云A00001", Direction.IN);
      plant.truck("S-2", "A-02", "云A00001", Direction.OUT);
      UploadWorker worker = plant.worker();
      worker.runOnce();
      plant.heartbeat().runOnce();

      assertThat(plant.platform.keys()).containsExactly("S-0", "S-1", "S-2");
      Map<?, ?> exit = (Map<?, ?>) plant.platform.records().get(2).get("record");
      assertThat(exit.get("throughId")).isEqualTo("T2");
      assertThat(((Map<?, ?>) exit.get("vehicle")).get("plateNo")).isEqualTo("云A00001");
      Map<?, ?> first = (Map<?, ?>) plant.platform.records().get(0).get("record");
      assertThat(((Map<?, ?>) first.get("photos")).get("body").toString()).startsWith("/f/");
      assertThat(calls()).contains(Purpose.TOKEN, Purpose.PHOTO, Purpose.RECORD);
      assertThat(plant.platform.heartbeats()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("入厂记录还没送到，出厂的等它，不算失败")
  void anExitWaitsForItsEntrance() throws IOException {
    try (UplinkPlant plant = plant("bearer-through", Shape.BEARER_THROUGH)) {
      plant.truck("S-1", "A-01", "云A00001", Direction.IN);
      plant.truck("S-2", "A-02", "云A00001", Direction.OUT);
      plant.platform.fail(FailMode.ERROR, 1);
      UploadWorker worker = plant.worker();
      worker.runOnce();
      assertThat(plant.platform.keys()).isEmpty();
      assertThat(plant.dispatch("S-2").tries()).isZero();
      assertThat(plant.dispatch("S-2").answer().orElseThrow()).contains("入厂记录 S-1");

      plant.clock.forward(Duration.ofSeconds(3));
      worker.runOnce();
      assertThat(plant.platform.keys()).containsExactly("S-1", "S-2");
      assertThat(plant.dispatch("S-2").tries()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("平台存下却断在答复之前：重发时平台说已有，编号照样记下")
  void theNumberComesWithTheRepeatToo() throws IOException {
    try (UplinkPlant plant = plant("bearer-through", Shape.BEARER_THROUGH)) {
      plant.truck("S-1", "A-01", "云A00001", Direction.IN);
      plant.platform.fail(FailMode.CUT, 1);
      UploadWorker worker = plant.worker();
      worker.runOnce();
      plant.clock.forward(Duration.ofSeconds(3));
      plant.truck("S-2", "A-02", "云A00001", Direction.OUT);
      worker.runOnce();
      assertThat(plant.platform.keys()).containsExactly("S-1", "S-2");
      assertThat(plant.state("S-2")).isEqualTo(State.ACCEPTED);
    }
  }

  @Test
  @DisplayName("放行前先询问的平台：签名在请求头，照片为 data URL，记录说明未曾询问")
  void signsInAHeader() throws IOException {
    try (UplinkPlant plant = plant("check-first", Shape.CHECK_FIRST)) {
      plant.passage("S-1", "A-01", plant.photos.keep(jpeg()));
      plant.worker().runOnce();
      plant.heartbeat().runOnce();
      assertThat(plant.dispatch("S-1").answer()).isNotEmpty();
      assertThat(plant.state("S-1")).isEqualTo(State.ACCEPTED);
      Map<?, ?> record = (Map<?, ?>) plant.platform.records().get(0).get("record");
      assertThat(record.get("checked")).isEqualTo(false);
      assertThat(record.get("at")).isEqualTo("2026-11-21T16:30:00+08:00");
      assertThat(plant.platform.heartbeats()).isEqualTo(1);
    }
  }

  private UplinkPlant plant(String profile, Shape shape) throws IOException {
    return new UplinkPlant(database, dataDir, profile, shape);
  }

  private static List<Purpose> calls() {
    return database.inTransaction(
        em -> {
          return em
              .createQuery("SELECT c FROM PlatformCall c ORDER BY c.id", PlatformCall.class)
              .getResultList()
              .stream()
              .map(PlatformCall::getPurpose)
              .toList();
        });
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    return bytes.toByteArray();
  }
}
