package cn.ecogate.trial;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The plant with one of every device: each does its work, misbehaves, is unplugged, comes back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryDeviceIT {

  private static final Duration START = Duration.ofMinutes(12);
  private static final Duration SOON = Duration.ofMinutes(3);

  /** A filed vehicle for each lane: that brand's truck. */
  private static final Map<String, String> TRUCKS =
      new LinkedHashMap<>(
          Map.of(
              "A-01", "云A6K218",
              "A-02", "云A8P093",
              "B-01", "云A5T671",
              "B-02", "云AC3062",
              "C-01", "云G2E507",
              "C-02", "云F90136",
              "C-03", "云D6B840"));

  /** Filed, of a stage that may come in; and one of a stage that may not. */
  private static final String LISTED = "云F90136";

  private static final String NOT_LISTED = "云A7D461";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  /** What the operator reads when a device goes, with the reason, and when it is back. */
  private static final Pattern NEWS = Pattern.compile("([A-Z]-\\d\\d-[a-z-]+)：(已恢复|.+；将自动重连)");

  private static TrialSite site;
  private static Program system;
  private static PlayedDevices devices;
  private static Books books;

  @BeforeAll
  static void start() throws Exception {
    site = TrialSite.of(folder, TrialSite.HOME.resolve("docs/interfaces/every-device-site.yaml"));
    devices =
        PlayedDevices.start(folder, site.file(), "--pace", "0", "--small-pictures", "--seed", "4");
    system =
        Program.start(
            folder,
            "run",
            List.of(
                TrialSite.HOME.resolve("run").toString(),
                "--no-simulator",
                "--http-port=" + site.httpPort(),
                "--data-dir=" + site.dataDir(),
                "--site=" + site.file()));
    system.awaitWords("EcoGate 已就绪", START);
    books = Books.of(site.dataDir());
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable program : new AutoCloseable[] {system, devices}) {
      if (program != null) {
        program.close();
      }
    }
  }

  @Test
  @Order(1)
  @DisplayName("每台设备都连上")
  void everyDeviceIsUp() throws Exception {
    Patience.until("every device is up", SOON, () -> watched() && down().isEmpty());
  }

  @Test
  @Order(2)
  @DisplayName("每个品牌的货车都成为一条通行记录，道闸为它抬起；没有一台摄像机被要求自己开闸")
  void everyBrandsTruckPasses() throws Exception {
    for (Map.Entry<String, String> truck : TRUCKS.entrySet()) {
      devices.drive(truck.getKey(), truck.getValue());
    }
    Patience.until(
        "a passage of every lane's truck", SOON, () -> admitted().containsAll(TRUCKS.keySet()));
    Patience.until("every truck has passed", SOON, () -> passed().containsAll(TRUCKS.keySet()));
    assertThat(devices.truth("opened-by-reply")).isEmpty();
    // Each camera has said its event more than once; each is one passage.
    assertThat(books.count("passage")).isEqualTo(TRUCKS.size());
  }

  @Test
  @Order(3)
  @DisplayName("三种地磅的稳定重量都被记下，两种读头读到的编码都被记下")
  void weightsAndTagsAreKept() throws Exception {
    Patience.until(
        "every weight",
        SOON,
        () ->
            books
                .words("SELECT CONCAT(device_id, ' ', CAST(gross_kg AS SIGNED)) FROM weighing")
                .containsAll(weighed()));
    Patience.until(
        "every tag",
        SOON,
        () ->
            books
                .words("SELECT device_id FROM tag_seen")
                .containsAll(List.of("A-01-scanner", "C-01-scanner")));
  }

  @Test
  @Order(4)
  @DisplayName("截断、重复、谎报长度之后，每台摄像机的下一辆车照常成为记录")
  void misbehavingCamerasAreBorne() throws Exception {
    for (String lane : TRUCKS.keySet()) {
      devices.act("/devices/" + lane + "-camera/double");
      devices.act("/vehicles?lane=" + lane + "&plate=%E5%B7%9DA11111");
    }
    Patience.until("the doubled are there", SOON, () -> lanesWith("川A11111").size() == 7);
    for (String lane : TRUCKS.keySet()) {
      devices.act("/devices/" + lane + "-camera/lie");
      devices.act("/vehicles?lane=" + lane + "&plate=%E5%B7%9DA22222");
      devices.act("/devices/" + lane + "-camera/cut");
      devices.act("/vehicles?lane=" + lane + "&plate=%E5%B7%9DA33333");
    }
    Patience.until("every device is up again", SOON, () -> down().isEmpty());
    for (String lane : TRUCKS.keySet()) {
      devices.act("/vehicles?lane=" + lane + "&plate=%E5%B7%9DA44444");
    }
    Patience.until("the next ones are there", SOON, () -> lanesWith("川A44444").size() == 7);
    assertThat(
            books.count(
                "(SELECT lane_id FROM passage GROUP BY lane_id, plate HAVING COUNT(*) > 1) twice"))
        .isZero();
  }

  @Test
  @Order(5)
  @DisplayName("手动起杆：车道的摄像机当场拍照；不能拍、连不上的，记录里写明")
  void everyLiftIsPhotographed() throws Exception {
    devices.act("/devices/A-01-camera/stop");
    Patience.until("the camera is away", SOON, () -> down().contains("A-01-camera"));
    List<String> lanes = List.of("A-01", "A-02", "C-01", "C-02", "C-03");
    for (String lane : lanes) {
      // What was seen before may have opened it, and who asks twice a second has to have seen it
      // down.
      Patience.until(lane + " has been down for a while", SOON, () -> downForAWhile(lane));
      devices.act("/barriers/" + lane + "/lift");
    }
    Patience.until("every lift has its answer", SOON, () -> photographed().size() == 5);
    assertThat(photographed())
        .as("one is away, one is asked by its barrier's line, who pushes cannot be asked")
        .containsExactlyInAnyOrder("A-01 0", "A-02 1", "C-01 1", "C-02 0", "C-03 0");
    assertThat(books.words("SELECT photo_answer FROM barrier_record WHERE lane_id = 'A-01'"))
        .singleElement()
        .asString()
        .startsWith("A-01-camera：");
    assertThat(books.words("SELECT photo_answer FROM barrier_record WHERE lane_id = 'C-02'"))
        .containsExactly("C-02-camera：推送的摄像机不能按要求拍照");
    devices.act("/devices/A-01-camera/start");
    Patience.until("every device is up again", SOON, () -> down().isEmpty());
  }

  private static Set<String> photographed() throws Exception {
    return books.words(
        "SELECT CONCAT(lane_id, ' ', photo IS NOT NULL) FROM barrier_record"
            + " WHERE kind = 'UNEXPLAINED_LIFT' AND photo_answer IS NOT NULL");
  }

  @Test
  @Order(6)
  @DisplayName("断线时摄像机按我们交给它的白名单放行；恢复后取回，记为迟到并注明由摄像机放行")
  void whatTheCameraLetInAloneIsRecorded() throws Exception {
    Patience.until("the list is there", SOON, () -> mostListed() > 0);
    devices.act("/devices/C-01-camera/stop");
    Patience.until("the camera is away", SOON, () -> down().contains("C-01-camera"));
    devices.act("/vehicles?lane=C-01&plate=" + encoded(LISTED));
    devices.act("/vehicles?lane=C-01&plate=" + encoded(NOT_LISTED));
    Patience.until(
        "the camera has decided alone", SOON, () -> !devices.truth("opened-alone").isEmpty());
    Patience.until("the boom is down again", SOON, () -> boom("C-01").equals("DOWN"));
    devices.act("/devices/C-01-camera/start");
    Patience.until(
        "both are fetched",
        SOON,
        () -> late("C-01").keySet().containsAll(Set.of(LISTED, NOT_LISTED)));
    assertThat(devices.truth("opened-alone"))
        .extracting(line -> line.getString("plate"))
        .as("who is not admitted is on no list")
        .containsExactly(LISTED);
    assertThat(late("C-01").get(LISTED)).contains("摄像机");
    assertThat(late("C-01").get(NOT_LISTED)).isEmpty();
    assertThat(boom("C-01")).as("nothing opens for history").isEqualTo("DOWN");
    Patience.until("every device is up again", SOON, () -> down().isEmpty());
  }

  /** The late passages of a lane by plate, with what is noted of them. */
  private static Map<String, String> late(String lane) throws Exception {
    return books
        .words(
            "SELECT CONCAT(plate, ' ', COALESCE(note, '')) FROM passage WHERE late AND lane_id = '"
                + lane
                + "'")
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.substring(0, row.indexOf(' ')),
                row -> row.substring(row.indexOf(' ') + 1)));
  }

  private static int mostListed() throws IOException {
    return devices.truth("white-list").stream()
        .mapToInt(line -> line.getInt("plates"))
        .max()
        .orElse(0);
  }

  private static String boom(String lane) throws Exception {
    return devices.state().getJsonArray("lanes").getValuesAs(JsonObject.class).stream()
        .filter(one -> one.getString("id").equals(lane))
        .map(one -> one.getString("barrier"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean downForAWhile(String lane) throws IOException {
    List<JsonObject> moves =
        devices.truth("barrier").stream()
            .filter(line -> line.getString("device").equals(lane + "-barrier"))
            .toList();
    if (moves.isEmpty()) {
      return true;
    }
    JsonObject last = moves.get(moves.size() - 1);
    return last.getString("motion").equals("DOWN")
        && Instant.parse(last.getString("at")).isBefore(Instant.now().minusSeconds(3));
  }

  private static String encoded(String plate) {
    return URLEncoder.encode(plate, StandardCharsets.UTF_8);
  }

  @Test
  @Order(7)
  @DisplayName("公示牌：企业、负责人、运维单位、预警等级、管控措施")
  void theNoticeBoardShowsWhatTheStandardWants() throws Exception {
    Patience.until("the notice stands", SOON, () -> notice().contains("管控措施"));
    assertThat(notice())
        .contains(
            "示范联合钢铁有限公司",
            "负责人：李明 13800000001",
            "运维单位：示范环保科技有限公司 13800000002",
            "预警等级：无预警",
            "禁止国三及以下重型柴油、燃气货车进厂");
  }

  @Test
  @Order(8)
  @DisplayName("逐根拔线：只点名这根线上的设备；插回后自行恢复")
  void everyCableInItsTurn() throws Exception {
    for (Map.Entry<String, Set<String>> cable : cables().entrySet()) {
      String first = cable.getValue().iterator().next();
      devices.act("/devices/" + first + "/stop");
      Patience.until(cable + " is named", SOON, () -> down().containsAll(cable.getValue()));
      assertThat(down()).as(cable.getKey()).isEqualTo(cable.getValue());
      devices.act("/devices/" + first + "/start");
      Patience.until(cable + " has come back", SOON, () -> down().isEmpty());
    }
  }

  @Test
  @Order(9)
  @DisplayName("每根线都拔过之后，每个车道的下一辆车照常通过，照常称重、读码；公示牌重新写上")
  void everythingWorksAsBefore() throws Exception {
    long weighings = books.count("weighing");
    for (Map.Entry<String, String> truck : TRUCKS.entrySet()) {
      devices.drive(truck.getKey(), truck.getValue());
    }
    Patience.until(
        "every lane's truck has passed again",
        SOON,
        () -> timesPassed().values().stream().filter(times -> times == 2).count() == 7);
    Patience.until("weights again", SOON, () -> books.count("weighing") == weighings + 3);
    Patience.until(
        "tags again",
        SOON,
        () ->
            books.count("(SELECT device_id FROM tag_seen GROUP BY device_id HAVING COUNT(*) > 1) t")
                == 2);
    assertThat(notice()).contains("示范联合钢铁有限公司");
  }

  @Test
  @Order(10)
  @DisplayName("失联超过设定时间就告警，恢复后告警结束")
  void silenceIsAnAlarm() throws Exception {
    devices.act("/devices/A-01-notice-board/stop");
    Patience.until(
        "the alarm of silence", SOON.multipliedBy(2), () -> silent().contains("A-01-notice-board"));
    assertThat(silent()).containsExactly("A-01-notice-board");
    devices.act("/devices/A-01-notice-board/start");
    Patience.until("it is over", SOON, () -> silent().isEmpty());
  }

  @Test
  @Order(11)
  @DisplayName("全部拔线：每台设备都被点名；插回后自行恢复")
  void everyCableAtOnce() throws Exception {
    Set<String> all = ids();
    for (String device : all) {
      devices.act("/devices/" + device + "/stop");
    }
    Patience.until("every device is named as down", SOON, () -> down().containsAll(all));
    for (String device : all) {
      devices.act("/devices/" + device + "/start");
    }
    Patience.until("every device has come back", SOON, () -> down().isEmpty());
  }

  /** Who hangs on each cable. */
  private static Map<String, Set<String>> cables() throws Exception {
    return devices.state().getJsonArray("devices").getValuesAs(JsonObject.class).stream()
        .collect(
            Collectors.groupingBy(
                device -> device.getString("where"),
                LinkedHashMap::new,
                Collectors.mapping(
                    device -> device.getString("id"), Collectors.toCollection(TreeSet::new))));
  }

  private static String notice() throws Exception {
    return devices.state().getJsonArray("lanes").getValuesAs(JsonObject.class).stream()
        .filter(lane -> lane.containsKey("notice"))
        .flatMap(lane -> lane.getJsonArray("notice").getValuesAs(JsonString.class).stream())
        .map(JsonString::getString)
        .collect(Collectors.joining());
  }

  private static Set<String> silent() throws Exception {
    return books.words("SELECT subject FROM alarm WHERE kind = 'DEVICE_SILENT' AND standing");
  }

  private static Map<String, Long> timesPassed() throws IOException {
    return devices.truth("passed").stream()
        .collect(Collectors.groupingBy(line -> line.getString("device"), Collectors.counting()));
  }

  private static Set<String> ids() throws Exception {
    return devices.state().getJsonArray("devices").getValuesAs(JsonObject.class).stream()
        .map(device -> device.getString("id"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The devices that the product has named as down, and not yet as well again. */
  private static Set<String> down() throws IOException {
    Set<String> down = new TreeSet<>();
    for (String line : Files.readAllLines(site.dataDir().resolve("logs/server.log"))) {
      Matcher told = NEWS.matcher(line);
      if (told.find()) {
        if (told.group(2).equals("已恢复")) {
          down.remove(told.group(1));
        } else {
          down.add(told.group(1));
        }
      }
    }
    return down;
  }

  private static boolean watched() throws Exception {
    return devices.state().getJsonArray("devices").getValuesAs(JsonObject.class).stream()
        .allMatch(device -> device.getInt("listeners", 1) > 0);
  }

  private static Set<String> admitted() throws Exception {
    return books.words("SELECT lane_id FROM passage WHERE outcome = 'ADMITTED' AND NOT late");
  }

  private static Set<String> lanesWith(String plate) throws Exception {
    return books.words("SELECT lane_id FROM passage WHERE plate = '" + plate + "'");
  }

  private static Set<String> passed() throws IOException {
    return devices.truth("passed").stream()
        .map(line -> line.getString("device"))
        .collect(Collectors.toSet());
  }

  private static Set<String> weighed() throws IOException {
    return devices.truth("weighs").stream()
        .map(line -> line.getString("device") + " " + line.getInt("kilograms"))
        .collect(Collectors.toSet());
  }
}
