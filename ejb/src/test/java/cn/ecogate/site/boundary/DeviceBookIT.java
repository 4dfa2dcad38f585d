package cn.ecogate.site.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.account.boundary.Vault;
import cn.ecogate.adapter.api.catalogue.Fault;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.site.control.SiteFile;
import cn.ecogate.site.entity.Amendment;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.DeviceDraft;
import cn.ecogate.site.entity.Site;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.Rejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What people change about devices, in the real database, and what a restart makes of it. */
class DeviceBookIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final String FILE =
      """
      enterprise: {number: "530181000001", name: 安宁某焦化厂}
      gates:
        - no: A
          name: 东门
          lanes:
            - barrier-no: "01"
              name: 东门进
              direction: in
              camera: {driver: hikvision-stream, address: "http://192.168.1.64", user: admin, password: file-secret}
              barrier: {driver: modbus-relay, address: "tcp://192.168.1.9:502", open-coil: 0}
            - barrier-no: "02"
              name: 东门出
              direction: out
              camera: {driver: hikvision-stream, address: "http://192.168.1.65"}
              barrier: {driver: modbus-relay, address: "tcp://192.168.1.9:502", open-coil: 2}
      """;

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final HeardEvents<DevicesReplaced> told = new HeardEvents<>();

  @TempDir Path folder;
  private SiteBook siteBook;

  @BeforeEach
  void firstStart() throws SQLException, IOException {
    database.empty();
    start(FILE);
  }

  @Test
  @DisplayName("后台改过的设备立即生效，重启后仍以后台为准")
  void aChangeHoldsAtOnceAndAfterARestart() throws IOException {
    keep(camera("http://10.0.0.1", "ecogate", "new-secret", 0));

    assertThat(cameraNow().address()).isEqualTo("http://10.0.0.1:80");
    assertThat(cameraNow().password()).isEqualTo("new-secret");
    assertThat(told.heard()).containsExactly(new DevicesReplaced("A-01-camera"));

    start(FILE);
    assertThat(cameraNow().address()).isEqualTo("http://10.0.0.1:80");
    assertThat(cameraNow().password()).isEqualTo("new-secret");
    assertThat(amendment().fileChanged()).isFalse();
  }

  @Test
  @DisplayName("没有在后台改过的设备跟随站点文件")
  void whatNobodyTouchedFollowsTheFile() throws IOException {
    start(FILE.replace("192.168.1.64", "192.168.1.70"));

    assertThat(cameraNow().address()).isEqualTo("http://192.168.1.70:80");
    assertThat(siteBook.amendment("A-01-camera")).isEmpty();
  }

  @Test
  @DisplayName("站点文件后来另有说法时指出来，可以改回跟随文件")
  void aFileThatSaysSomethingElseIsNoticed() throws IOException {
    keep(camera("http://10.0.0.1", "ecogate", "new-secret", 0));
    start(FILE.replace("file-secret", "other-secret"));

    assertThat(amendment().fileChanged()).isTrue();
    assertThat(cameraNow().password()).isEqualTo("new-secret");

    act(book -> book.followFile("A-01", Device.Kind.CAMERA, amendment().version()));
    assertThat(cameraNow().password()).isEqualTo("other-secret");
    assertThat(amendment().fileChanged()).isFalse();
    start(FILE);
    assertThat(cameraNow().password()).isEqualTo("file-secret");
  }

  @Test
  @DisplayName("密码留空就是不改；密码不以明文进入数据库，也不进台账")
  void aPasswordStaysAndIsNowhereToBeRead() throws SQLException {
    keep(camera("http://10.0.0.1", "ecogate", "new-secret", 0));
    keep(camera("http://10.0.0.2", "ecogate", "", amendment().version()));

    assertThat(cameraNow().password()).isEqualTo("new-secret");
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT secret FROM device")) {
      row.next();
      assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
          .doesNotContain("new-secret");
    }
    assertThat(entries()).hasSize(2);
    assertThat(entries())
        .extracting(LedgerEntry::text)
        .allSatisfy(text -> assertThat(text).doesNotContain("secret"));
    assertThat(entries())
        .extracting(LedgerEntry::text)
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains(
                        "act: device-changed\n",
                        "user: officer\n",
                        "before-address: http://192.168.1.64:80\n",
                        "after-address: http://10.0.0.1:80\n",
                        "password: changed\n"));
    assertThat(camera("http://h", "u", "typed-secret", 0).toString()).doesNotContain("secret");
  }

  @Test
  @DisplayName("两个人同时改：后保存的人被拒绝，什么也没写")
  void theSecondOfTwoOfficersIsTold() {
    keep(camera("http://10.0.0.1", "ecogate", "new-secret", 0));

    assertThatThrownBy(() -> keep(camera("http://10.0.0.9", "ecogate", "x", 0)))
        .isInstanceOfSatisfying(
            Rejected.class, why -> assertThat(why.code()).isEqualTo("stale-edit"));
    assertThat(cameraNow().address()).isEqualTo("http://10.0.0.1:80");
    assertThat(entries()).hasSize(1);
  }

  @Test
  @DisplayName("占用了邻居的线圈：在自己的字段上说明，什么也没写")
  void aWireOfTheNeighboursIsRefusedAtTheField() {
    DeviceDraft draft = barrier(Map.of("open-coil", "2"));

    assertThat(faults(draft))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("open-coil");
              assertThat(fault.words().chinese()).contains("已用于 A-02-barrier open-coil");
            });
    assertThatThrownBy(() -> keep(draft))
        .isInstanceOfSatisfying(
            Rejected.class, why -> assertThat(why.field()).isEqualTo("open-coil"));
    assertThat(siteBook.amendment("A-01-barrier")).isEmpty();
  }

  @Test
  @DisplayName("每个错误各在自己的字段上；别种设备的驱动不能用")
  void everyFaultIsTold() {
    DeviceDraft draft =
        new DeviceDraft(
            "A-01",
            Device.Kind.DISPLAY,
            "modbus-relay",
            "http://x",
            "",
            "",
            Map.of("unit", "0"),
            0);

    assertThat(faults(draft))
        .extracting(Fault::field)
        .containsExactly("address", "unit", "open-coil", "driver");
  }

  @Test
  @DisplayName("显示屏可以添加也可以拆除；摄像机和道闸只能修改")
  void aDisplayComesAndGoes() throws IOException {
    keep(display("tcp://10.0.0.5:4001", 0));
    assertThat(siteBook.site().lane("A-01").orElseThrow().display()).isPresent();
    start(FILE);
    assertThat(siteBook.site().lane("A-01").orElseThrow().display()).isPresent();

    act(book -> book.remove("A-01", Device.Kind.DISPLAY, 1));
    assertThat(siteBook.site().lane("A-01").orElseThrow().display()).isEmpty();
    keep(display("tcp://10.0.0.6:4001", 2));
    assertThat(siteBook.site().lane("A-01").orElseThrow().display()).isPresent();

    assertThatThrownBy(() -> act(book -> book.remove("A-01", Device.Kind.CAMERA, 0)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("车道不能没有抓拍摄像机");
  }

  @Test
  @DisplayName("密钥文件丢失：照常启动，设备不接入，说清怎么办；重填密码即恢复")
  void aLostKeyIsSaidAndMended() throws IOException {
    keep(camera("http://10.0.0.1", "ecogate", "new-secret", 0));
    Files.delete(folder.resolve("data").resolve(Vault.KEY_FILE));
    start(FILE);

    assertThat(amendment().whyNotLinked())
        .hasValueSatisfying(why -> assertThat(why).contains("keys/devices.key"));
    assertThat(cameraNow().password()).isEmpty();

    keep(camera("http://10.0.0.1", "ecogate", "typed-again", amendment().version()));
    assertThat(amendment().whyNotLinked()).isEmpty();
    assertThat(cameraNow().password()).isEqualTo("typed-again");
  }

  @Test
  @DisplayName("密钥文件只有本人可读")
  void theKeyIsForItsOwnerOnly() throws IOException {
    Path key = folder.resolve("data").resolve(Vault.KEY_FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  @DisplayName("车道从站点文件中消失后，为它保存的设置不起作用，也不妨碍启动")
  void aLaneThatIsGoneTakesItsDevicesWithIt() throws IOException {
    keep(display("tcp://10.0.0.5:4001", 0));
    start(FILE.replace("barrier-no: \"01\"", "barrier-no: \"07\""));

    assertThat(siteBook.site().lanes()).allSatisfy(lane -> assertThat(lane.display()).isEmpty());
  }

  private void start(String file) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Path path = Files.writeString(folder.resolve("site.yaml"), file);
    Site site = SiteFile.read(path, folder.resolve("data"));
    siteBook = new SiteBook(site, told);
    DeviceVault vault = vault();
    database.inTransaction(
        (Consumer<jakarta.persistence.EntityManager>)
            em -> new DeviceKeeper(em, siteBook, vault).open());
  }

  private DeviceVault vault() {
    return new DeviceVault(new Vault(folder.resolve("data").toString()));
  }

  private Device cameraNow() {
    return siteBook.site().lane("A-01").orElseThrow().camera();
  }

  private Amendment amendment() {
    return siteBook.amendment("A-01-camera").orElseThrow();
  }

  private static DeviceDraft camera(String address, String user, String password, long version) {
    return new DeviceDraft(
        "A-01", Device.Kind.CAMERA, "hikvision-stream", address, user, password, Map.of(), version);
  }

  private static DeviceDraft barrier(Map<String, String> settings) {
    return new DeviceDraft(
        "A-01", Device.Kind.BARRIER, "modbus-relay", "tcp://192.168.1.9:502", "", "", settings, 0);
  }

  private static DeviceDraft display(String address, long version) {
    return new DeviceDraft(
        "A-01", Device.Kind.DISPLAY, "parking-board", address, "", "", Map.of(), version);
  }

  private void keep(DeviceDraft draft) {
    act(book -> book.keep(draft));
  }

  private List<Fault> faults(DeviceDraft draft) {
    return ask(book -> book.faults(draft));
  }

  private void act(Consumer<DeviceBook> act) {
    ask(
        book -> {
          act.accept(book);
          return null;
        });
  }

  /** As the container does it: what was amended is told after the commit. */
  private <T> T ask(Function<DeviceBook, T> question) {
    HeardEvents<Amendment> amended = new HeardEvents<>();
    T answer =
        database.inTransaction(
            em -> {
              DeviceBook book = new DeviceBook();
              book.em = em;
              book.siteBook = siteBook;
              book.vault = vault();
              book.clock = clock;
              book.amended = amended;
              book.ledger = new Ledger(em, clock, new HeardEvents<>());
              book.session = SignedIn.as("officer");
              return question.apply(book);
            });
    amended.heard().forEach(siteBook::committed);
    return answer;
  }

  private List<LedgerEntry> entries() {
    return database.inTransaction(
        em -> {
          return new Ledger(em, clock, new HeardEvents<>()).about("audit", "device:A-01-camera");
        });
  }
}
