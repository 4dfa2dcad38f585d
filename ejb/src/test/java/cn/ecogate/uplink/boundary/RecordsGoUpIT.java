package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.DispatchFilter;
import cn.ecogate.uplink.entity.RecordKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Not only passages: what else the plant has to tell goes the same way. */
class RecordsGoUpIT {

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
  @DisplayName("企业、道闸、摄像机各上传一次；改了什么只传那一样；重启不重传")
  void thePlantsOwnDataGoesUpWhenItChanges() {
    UploadWorker worker = plant.worker();
    assertThat(master(plant.siteBook).runOnce()).isEqualTo(5);
    worker.runOnce();
    assertThat(endpoints())
        .containsExactly("enterprise", "barrier", "cameraInfo", "barrier", "cameraInfo");
    assertThat(card(0)).containsEntry("enterpriseName", "示范钢铁").containsEntry("gateCount", "1");

    assertThat(master(plant.siteBook).runOnce()).isZero();
    assertThat(worker.runOnce()).isZero();
  }

  @Test
  @DisplayName("备案生效才上传，待审核的不传；缺的项记在完整率上")
  void aFilingInForceGoesUp() {
    plant.entry("audit", "vehicle:7", filing("AWAITING"));
    assertThat(queue()).isEmpty();
    plant.entry("audit", "vehicle:7", filing("IN_FORCE"));
    plant.worker().runOnce();
    Dispatch sent = queue().get(0);
    assertThat(sent.kind()).isEqualTo(RecordKind.VEHICLE);
    assertThat(sent.state()).isEqualTo(State.ACCEPTED);
    assertThat(sent.key()).isEqualTo("530181000001-vehicle-1");
    assertThat(sent.missing()).containsExactly("registered", "engine-no");
    assertThat(card(0))
        .containsEntry("endpoint", "vehicle")
        .containsEntry("plateNo", "云A12345")
        .containsEntry("telematics", "1")
        .containsEntry("recordNo", "530181000001-vehicle-1");
  }

  @Test
  @DisplayName("厂内车辆和机械的卡片一改就传，缺的项记在完整率上")
  void cardsGoUpWhenTheyChange() {
    plant.entry("audit", "machine:3", machine("machine-filed", "ACTIVE"));
    plant.entry("audit", "machine:3", machine("machine-amended", "RETIRED"));
    plant.entry(
        "audit",
        "plant-vehicle:4",
        CanonicalText.of("ecogate audit 1")
            .line("act", "plant-vehicle-filed")
            .line("user", "keeper")
            .line("at", plant.clock.instant())
            .line("after-code", "CN-01")
            .line("after-vin", "1M8GDM9AXKP042788")
            .line("after-telematics", false)
            .line("after-service", "ACTIVE"));
    plant.worker().runOnce();
    assertThat(endpoints()).containsExactly("machine", "machine", "plantVehicle");
    assertThat(card(0))
        .containsEntry("registerNo", "JX-7")
        .containsEntry("machineType", "1")
        .containsEntry("status", "1");
    assertThat(card(1)).containsEntry("status", "3");
    assertThat(card(2)).containsEntry("telematics", "0");
    assertThat(queue().get(0).missing())
        .containsExactly("made", "model", "fuel", "stage", "engine-no", "owner");
  }

  @Test
  @DisplayName("审定后的超标信息确认传给列入它的平台")
  void aVerifiedConfirmationGoesToThePlatformThatAsked() {
    plant.entry("confirmation", "confirmation:1", confirmation(UplinkPlant.PLATFORM));
    plant.entry("confirmation", "confirmation:2", confirmation("another"));
    plant.worker().runOnce();
    assertThat(endpoints()).containsExactly("exceedConfirm");
    assertThat(card(0)).containsEntry("result", "3").containsEntry("objectType", "1");
  }

  private static CanonicalText confirmation(String platform) {
    return CanonicalText.of("ecogate confirmation 1")
        .line("confirmation", 1)
        .line("platform", platform)
        .line("thing", "VEHICLE")
        .line("plate", "云A12345")
        .line("color", "1")
        .line("finding", "REPAIRED")
        .line("words", "更换尿素泵后复检合格")
        .line("verified-at", "2026-11-21T08:30:00Z");
  }

  private static CanonicalText machine(String act, String service) {
    return CanonicalText.of("ecogate audit 1")
        .line("act", act)
        .line("user", "keeper")
        .line("after-code", "JX-7")
        .line("after-kind", "1")
        .line("after-stage", "3")
        .line("after-service", service);
  }

  @Test
  @DisplayName("货物跟在它的通行后面：通行没到，货物不先走")
  void aLoadFollowsItsPassage() throws IOException {
    plant.platformGoesDown();
    plant.passage("S-1", "A-01");
    plant.entry(
        "load",
        "S-1",
        CanonicalText.of("ecogate load 1")
            .line("enterprise", "530181000001")
            .line("passage", "S-1")
            .line("lane", "A-01")
            .line("gate", "A")
            .line("cargo", "铁矿石")
            .line("tonnes", "30.5"));
    UploadWorker worker = plant.worker();
    worker.runOnce();
    plant.platformComesBack();
    plant.heartbeat().runOnce();
    worker.runOnce();
    assertThat(plant.platform.keys()).containsExactly("S-1");
    assertThat(card(0)).containsEntry("serialNo", "S-1").containsEntry("cargoWeight", "30.5");
    assertThat(queue()).extracting(Dispatch::subject).containsExactly("S-1", "S-1");
    assertThat(queue()).allMatch(dispatch -> dispatch.state() == State.ACCEPTED);
  }

  @Test
  @DisplayName("更正跟在它的通行后面上传，给出更正后的全部内容；那条通行的完整率随之改变")
  void aCorrectionFollowsItsPassage() {
    plant.passage("S-1", "A-01");
    assertThat(plant.dispatch("S-1").missing()).contains("vin", "stage", "scene-photo");
    plant.entry(
        "passage-correction",
        "S-1",
        CanonicalText.of("ecogate passage-correction 1")
            .line("serial", "S-1-C1")
            .line("passage", "S-1")
            .line("passage-entry", 0)
            .line("enterprise", "530181000001")
            .line("gate", "A")
            .line("barrier", "01")
            .line("lane", "A-01")
            .line("camera", "A-01-camera")
            .line("direction", "2")
            .line("sighting", "READ")
            .line("plate", "云A54321")
            .line("color", "1")
            .line("seen-at", "2026-11-21T02:00:00Z")
            .line("outcome", "ADMITTED")
            .line("vehicle-type", "H11")
            .line("use", "F")
            .line("vin", "1M8GDM9AXKP042788")
            .line("brand-model", "解放 J6")
            .line("fuel", "B")
            .line("stage", "5")
            .line("scene-photo", "ab".repeat(32))
            .line("plate-photo", "ab".repeat(32))
            .line("changed", "plate,direction")
            .line("was-plate", "云A12345")
            .line("correction-reason", "照片为证")
            .line("corrected-by", "officer"));
    plant.worker().runOnce();
    assertThat(queue()).allMatch(dispatch -> dispatch.state() == State.ACCEPTED);
    assertThat(queue())
        .extracting(Dispatch::kind)
        .containsExactlyInAnyOrder(RecordKind.PASSAGE, RecordKind.CORRECTION);
    assertThat(queue()).allMatch(dispatch -> dispatch.missing().isEmpty());
    assertThat(card(0))
        .containsEntry("endpoint", "vehicleInOutCorrect")
        .containsEntry("serialNo", "S-1")
        .containsEntry("plateNo", "云A54321")
        .containsEntry("direction", "2")
        .containsEntry("correctedFields", "plate,direction");
  }

  @Test
  @DisplayName("心跳带着设备的真实状态")
  void theHeartbeatTellsHowTheDevicesAre() {
    plant.worker(); // opens the line
    Heartbeat heartbeat = plant.heartbeat();
    heartbeat.reports = List.of(() -> Map.of("A-01-camera", "UP", "A-01-barrier", "DOWN"));
    heartbeat.runOnce();
    assertThat(plant.platform.lastHeartbeat())
        .contains("\"cameraNo\":\"A-01-camera\",\"cameraState\":\"1\",\"barrierState\":\"0\"");
  }

  private static CanonicalText filing(String review) {
    return CanonicalText.of("ecogate audit 1")
        .line("act", "vehicle-filed")
        .line("user", "officer")
        .line("after-plate", "云A12345")
        .line("after-plate-color", "1")
        .line("after-vehicle-type", "H11")
        .line("after-use", "F")
        .line("after-vin", "1M8GDM9AXKP042788")
        .line("after-brand-model", "解放 J6")
        .line("after-fuel", "B")
        .line("after-stage", "5")
        .line("after-telematics", true)
        .line("after-owner", "昆明金马运输有限公司")
        .line("after-review", review);
  }

  private MasterData master(SiteBook siteBook) {
    MasterData master = new MasterData();
    master.siteBook = siteBook;
    master.book =
        new MasterBook() {
          @Override
          public boolean keep(String subject, CanonicalText card) {
            return database.inTransaction(
                em -> {
                  this.em = em;
                  this.dispatches = plant.dispatches();
                  this.ledger = plant.ledger(em);
                  return super.keep(subject, card);
                });
          }
        };
    return master;
  }

  private List<Dispatch> queue() {
    return database.inTransaction(
        em -> {
          Uploads uploads = new Uploads();
          uploads.em = em;
          return uploads.find(DispatchFilter.any(), null, 9).rows();
        });
  }

  private List<Object> endpoints() {
    return plant.platform.cards().stream()
        .map(line -> (Object) ((Map<?, ?>) line.get("record")).get("endpoint"))
        .toList();
  }

  @SuppressWarnings("unchecked") // JSON knows no types
  private Map<String, Object> card(int place) {
    return (Map<String, Object>) plant.platform.cards().get(place).get("record");
  }
}
