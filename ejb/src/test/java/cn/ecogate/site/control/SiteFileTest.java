package cn.ecogate.site.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.Site;
import cn.ecogate.vocabulary.Direction;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("站点文件")
class SiteFileTest {

  /** One gate, one camera, one relay on a serial port: what a small plant has. */
  private static final String SMALL =
      """
      enterprise: {number: "530181000001", name: 安宁某焦化厂}
      gates:
        - no: A
          name: 东门
          lanes:
            - barrier-no: "01"
              name: 东门进
              direction: in
              camera:
                driver: hikvision-stream
                address: http://192.168.1.64
                user: admin
                password: "12345"
              barrier:
                driver: modbus-relay
                address: serial:/dev/ttyUSB0
                open-coil: 0
      """;

  private static final String SECOND_LANE =
      """
            - barrier-no: "02"
              name: 东门出
              direction: out
              camera:
                driver: hikvision-stream
                address: http://192.168.1.65
              barrier:
                driver: modbus-relay
                address: serial:/dev/ttyUSB0?baud=9600
                open-coil: "2"
      """;

  private static final String PLATFORM =
      """
      platforms:
        - {id: province, profile: yunnan, url: "https://platform.example/access/api/dataReceive", account: a, password: p, private-key: keys/province.pem}
      """;

  @TempDir Path folder;

  @Test
  @DisplayName("小厂的文件：一个出入口、一台摄像机、一块继电器板")
  void readsASmallPlant() {
    Site site = read(SMALL);

    assertThat(site.demo()).isFalse();
    assertThat(site.platforms()).isEmpty();
    assertThat(site.demoAccounts()).isEmpty();
    Lane lane = site.lane("A-01").orElseThrow();
    assertThat(lane.direction()).isEqualTo(Direction.IN);
    assertThat(lane.display()).isEmpty();
    assertThat(lane.camera())
        .isEqualTo(
            new Device(
                "A-01-camera",
                Device.Kind.CAMERA,
                "hikvision-stream",
                "http://192.168.1.64:80",
                "admin",
                "12345",
                Map.of()));
    assertThat(lane.barrier().address()).isEqualTo("serial:/dev/ttyUSB0?baud=9600");
  }

  @Test
  @DisplayName("厂内和出入口的容量：写了才有上限")
  void capacities() {
    assertThat(read(SMALL).capacity()).isEmpty();
    Site limited =
        read(SMALL.replace("name: 东门\n", "name: 东门\n    capacity: 40\n") + "capacity: 120\n");
    assertThat(limited.capacity()).hasValue(120);
    assertThat(limited.gates().get(0).capacity()).hasValue(40);
    assertFault(SMALL + "capacity: 0\n", "capacity", "1 到 9999 的整数");
  }

  @Test
  @DisplayName("设备的设置原样作为文字交给驱动")
  void settingsAreTextAsWritten() {
    Site site =
        read(
            SMALL.replace(
                "open-coil: 0", "open-coil: 00\n          unit: 2\n          pulse-ms: 0700"));

    assertThat(site.lane("A-01").orElseThrow().barrier().settings())
        .isEqualTo(Map.of("open-coil", "00", "unit", "2", "pulse-ms", "0700"));
  }

  @Test
  @DisplayName("同一块继电器板上的两台道闸共用一条链路")
  void twoBarriersOnOneBoardHaveOneAddress() {
    Site site = read(SMALL + SECOND_LANE);

    assertThat(site.lanes()).extracting(Lane::id).containsExactly("A-01", "A-02");
    assertThat(site.lanes())
        .extracting(lane -> lane.barrier().address())
        .containsOnly("serial:/dev/ttyUSB0?baud=9600");
  }

  @Test
  @DisplayName("平台的密钥文件相对于数据目录，地址总以斜杠结尾")
  void aPlatformsKeyLiesUnderTheDataDirectory() {
    Site site = read(SMALL + PLATFORM);

    assertThat(site.platforms())
        .singleElement()
        .satisfies(
            platform -> {
              assertThat(platform.privateKey())
                  .isEqualTo(folder.resolve("data/keys/province.pem").toAbsolutePath().toString());
              assertThat(platform.url())
                  .isEqualTo("https://platform.example/access/api/dataReceive/");
              assertThat(platform.name()).isEqualTo("province");
            });
  }

  @Test
  @DisplayName("写成绝对路径的密钥文件保持原样")
  void anAbsoluteKeyPathStays() {
    Site site = read(SMALL + PLATFORM.replace("keys/province.pem", "/etc/ecogate/province.pem"));

    assertThat(site.platforms().get(0).privateKey()).isEqualTo("/etc/ecogate/province.pem");
  }

  @Test
  @DisplayName("密钥路径指向文件夹时说明")
  void aFolderIsNoKeyFile() throws IOException {
    Files.createDirectories(folder.resolve("data/keys"));
    assertFault(SMALL + PLATFORM.replace("keys/province.pem", "keys"), "private-key", "是文件夹");
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        // what is written | instead of | the key named | what the sentence says
        "name: 东门进|nmae: 东门进|lanes[0].nmae|是否想写 name？",
        "name: 东门进|crane: 1|lanes[0].crane|这里可用",
        "    open-coil: 0|    open-coils: 0|barrier.open-coils|是否想写 open-coil？",
        "name: 安宁某焦化厂|name: 安宁某焦化厂, credit_code: x|enterprise.credit_code|是否想写 credit-code？",
        "direction: in|direction: 进|lanes[0].direction|应为 in（进厂）或 out（出厂），现为 \"进\"",
        "direction: in|direction: IN|lanes[0].direction|应为 in（进厂）或 out（出厂）",
        "        direction: in\\n||lanes[0].direction|缺少这个必填项",
        "no: A|no: AB|gates[0].no|一个大写字母",
        "no: A|no: 1|gates[0].no|一个大写字母",
        "\"01\"|1|lanes[0].barrier-no|两位数字",
        "name: 东门进|name:|lanes[0].name|缺少这个必填项",
        "driver: hikvision-stream|driver: hikvision|camera.driver|可用：hikvision-stream",
        "driver: hikvision-stream|driver: modbus-relay|camera.driver|抓拍摄像机的驱动",
        "driver: modbus-relay|driver: parking-board|barrier.driver|可用：modbus-relay",
        "address: http://192.168.1.64|address: 192.168.1.64|camera.address|http://192.168.1.20:80",
        "address: serial:/dev/ttyUSB0|address: http://192.168.1.9|barrier.address|serial:/dev/ttyUSB0?baud=9600",
        "address: serial:/dev/ttyUSB0|address: tcp://192.168.1.9|barrier.address|tcp://192.168.1.20:502",
        "          password: \"12345\"\\n||camera.password|要么都写，要么都不写",
        "    open-coil: 0||barrier.open-coil|缺少这个必填项",
        "    open-coil: 0|    open-coil: first|barrier.open-coil|0 到 255 的整数",
        "    open-coil: 0|    open-coil: 0\\n          timing: board|barrier.timing|board-timed",
        "    open-coil: 0|    open-coil: 0\\n          pulse-ms: 20|barrier.pulse-ms|100 到 5000",
        "    open-coil: 0|    open-coil: 0\\n          pulse-ms: 750|barrier.pulse-ms|100 的倍数",
        "driver: hikvision-stream|driver: hikvision-stream\\n          zone: Peking|camera.zone|Asia/Shanghai",
        "driver: hikvision-stream|driver: hikvision-stream\\n          channel: 0|camera.channel|1 到 64",
        "    open-coil: 0|    open-coil: 0\\n          unit: 248|barrier.unit|1 到 247",
        "    open-coil: 0|    open-coil: 0\\n          close-coil: 0|barrier.close-coil|已用于 A-01-barrier open-coil",
        "    open-coil: 0|    open-coil: 0\\n          loop-input: 1\\n          up-input: 1|barrier.up-input|已用于 A-01-barrier loop-input",
        "\"530181000001\"|\"5301\"|enterprise.number|6 到 30 位",
        "name: 安宁某焦化厂|name: 安宁某焦化厂, credit-code: 91350100M000100Y4|enterprise.credit-code|18 位",
        "name: 安宁某焦化厂|name: 安宁某焦化厂, credit-code: 91350100M000100Y44|enterprise.credit-code|末位校验码须相符",
        "name: 安宁某焦化厂|name: 安宁某焦化厂, division: 安宁|enterprise.division|6 位",
        "name: 安宁某焦化厂|name: 安宁某焦化厂, grade: E|enterprise.grade|绩效分级",
        "name: 安宁某焦化厂|name: [a]|enterprise.name|应为一个值",
        "enterprise:|demo: yes\\nenterprise:|demo|应为 true 或 false，现为 \"yes\"",
      })
  @DisplayName("每个错误都指明行、键和改法")
  void everyFaultNamesTheKeyAndTheRemedy(
      String written, String instead, String key, String sentence) {
    String from = written.replace("\\n", "\n");
    assertThat(SMALL).contains(from);
    String to = instead == null ? "" : instead.replace("\\n", "\n");
    assertFault(SMALL.replace(from, to), key, sentence);
  }

  @Test
  @DisplayName("行号就是编辑器里看到的行号")
  void theLineIsTheEditorsLine() {
    assertThatThrownBy(() -> read(SMALL.replace("direction: in", "direction: up")))
        .isInstanceOf(SiteFileFault.class)
        .hasMessage(
            "site.yaml 第 8 行 gates[0].lanes[0].direction：应为 in（进厂）或 out（出厂），现为 \"up\""
                + "（line 8 gates[0].lanes[0].direction: must be in or out, is \"up\"）");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"02\"|\"01\"|lanes[1].barrier-no|道闸编号 01 已用过",
        "http://192.168.1.65|http://192.168.1.64:80|lanes[1].camera.user|用户名和密码也应相同",
        "open-coil: \"2\"|open-coil: \"00\"|lanes[1].barrier.open-coil|已用于 A-01-barrier open-coil",
      })
  @DisplayName("两条车道不能占用同一编号、同一摄像机或同一继电器")
  void twoLanesDoNotShareWhatIsOnes(String written, String instead, String key, String sentence) {
    assertThat(SECOND_LANE).contains(written);
    assertFault(SMALL + SECOND_LANE.replace(written, instead), key, sentence);
  }

  @Test
  @DisplayName("另一块板（站号不同）上的同号继电器不算冲突")
  void anotherBoardOnTheSameBusHasItsOwnCoils() {
    Site site =
        read(SMALL + SECOND_LANE.replace("open-coil: \"2\"", "open-coil: 0\n          unit: 2"));
    assertThat(site.lanes()).hasSize(2);
  }

  @Test
  @DisplayName("继电器和显示屏可以在同一条 485 总线上，但波特率只有一个")
  void relayAndDisplayMayShareABusOfOneSpeed() {
    String display =
        "        display: {driver: parking-board, address: serial:/dev/ttyUSB0, lines: 2}\n";
    assertThat(read(SMALL + display).lanes().get(0).display()).isPresent();
    assertFault(
        SMALL + display.replace("ttyUSB0", "ttyUSB0?baud=19200"),
        "display.address",
        "波特率与 A-01-barrier 的不同");
  }

  @Test
  @DisplayName("同一地址的两路摄像机以通道区分，用户名和密码相同")
  void twoChannelsOfOneRecorderAreTwoCameras() {
    String lane =
        SECOND_LANE.replace(
            "address: http://192.168.1.65",
            "address: http://192.168.1.64\n          user: admin\n          password: \"12345\"\n          channel: 2");
    assertThat(read(SMALL + lane).lanes()).hasSize(2);
    assertFault(
        SMALL + lane.replace("channel: 2", "channel: 01"),
        "camera.channel",
        "抓拍通道 01 已用于 A-01-camera channel");
    assertFault(SMALL + lane.replace("12345", "54321"), "camera.user", "用户名和密码也应相同");
  }

  @Test
  @DisplayName("两块显示屏不能有同一个板号")
  void twoDisplaysOnOneBusHaveTwoNumbers() {
    String display =
        "        display: {driver: parking-board, address: tcp://10.0.0.9:4001, board: 1}\n";
    assertFault(
        SMALL + display + SECOND_LANE + display, "lanes[1].display.board", "已用于 A-01-display");
    String unnumbered = display.replace(", board: 1", "");
    assertFault(
        SMALL + unnumbered + SECOND_LANE + unnumbered, "lanes[1].display.board", "板号 0 已用于");
    assertThat(
            read(SMALL + display + SECOND_LANE + display.replace("board: 1", "board: 2")).lanes())
        .hasSize(2);
  }

  @Test
  @DisplayName("出入口编号不能重复")
  void aGateNumberStandsOnce() {
    String gates = SMALL.substring(SMALL.indexOf("  - no: A"));
    assertFault(SMALL + gates, "gates[1].no", "出入口编号 A 已用过");
  }

  @Test
  @DisplayName("同一个键写两次时拒绝，而不是默默取后一个")
  void aKeyWrittenTwiceIsRefused() {
    assertFault(
        SMALL.replace("    direction: in", "    direction: in\n        direction: out"),
        "direction",
        "写了两次");
  }

  @Test
  @DisplayName("没有出入口的厂区没有意义")
  void aPlantHasAGate() {
    assertFault("enterprise: {number: \"530181000001\", name: 厂}\ngates: []\n", "gates", "缺少这个必填项");
    assertFault("enterprise: {number: \"530181000001\", name: 厂}\n", "gates", "缺少这个必填项");
    assertFault(
        "enterprise: {number: \"530181000001\", name: 厂}\ngates: {no: A}\n", "gates", "应为列表");
  }

  @Test
  @DisplayName("真实厂区不得带有密码人所共知的账号")
  void demoDataNeedsADemoPlant() {
    String data =
        "demo-data:\n  accounts: [{user: guard, name: 赵强, role: guard, password: demo-guard-1}]\n";
    assertFault(SMALL + data, "demo-data", "只有写明 demo: true");
    assertFault("demo: false\n" + SMALL + data, "demo-data", "只有写明 demo: true");
    assertThat(read("demo: true\n" + SMALL + data).demoAccounts())
        .singleElement()
        .hasToString("guard (guard)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "accounts: [{user: a, name: b, role: boss, password: c}]|accounts[0].role|以下角色之一",
        "vehicles: [{plate: 云A12345, color: PINK}]|vehicles[0].color|以下之一：BLUE, YELLOW",
        "exceeding: [{plate: 云A12345, color: BLUE, reason: r}]|exceeding[0].issued|缺少这个必填项",
        "exceeding: [{plate: 云A12345, color: BLUE, reason: r, issued: 2026-13-01}]|exceeding[0].issued|日期",
        "strategies: [{name: n, from: 2026-01-01}]|strategies[0].from|带时区的时刻",
        "strategies: [{name: n, alert: NONE, fuels: [COAL], worst: CHINA_3, measure: m}]|strategies[0].fuels|每一项应为",
        "strategies: [{name: n, from: \"2026-01-02T00:00:00+08:00\", until: \"2026-01-02T00:00:00+08:00\"}]|strategies[0].until|应晚于 from",
        "boats: []|demo-data.boats|这里可用",
      })
  @DisplayName("演示数据的错误同样指明")
  void demoDataIsReadAsCarefully(String data, String key, String sentence) {
    assertFault("demo: true\n" + SMALL + "demo-data:\n  " + data + "\n", key, sentence);
  }

  @Test
  @DisplayName("平台名不能重复，地址必须是网址")
  void platformsAreNamedOnce() {
    String second = PLATFORM.substring(PLATFORM.indexOf("  - "));
    assertFault(SMALL + PLATFORM + second, "platforms[1].id", "平台 province 已写过");
    assertFault(
        SMALL + PLATFORM.replace("https://platform", "platform"), "platforms[0].url", "平台地址");
  }

  @Test
  @DisplayName("不是 YAML 时指明行号")
  void aSlipInTheYamlNamesItsLine() {
    assertFault(SMALL.replace("    direction: in", "\tdirection: in"), "第 8 行", "不是正确的 YAML");
    assertFault(SMALL.replace("enterprise: {", "enterprise: {{"), "第 2 行", "不是正确的 YAML");
  }

  @Test
  @DisplayName("空文件、找不到的文件、文件夹和 GBK 文件各有一句说明")
  void whatIsNoReadableFileIsSaid() throws IOException {
    assertFault("", "site.yaml", "是空的");
    assertFault("# 只有注释\n", "site.yaml", "是空的");
    assertFault("- a\n", "第 1 行", "键: 值");
    assertThatThrownBy(() -> SiteFile.read(folder.resolve("none.yaml"), folder))
        .isInstanceOf(SiteFileFault.class)
        .hasMessageContaining("找不到站点文件");
    assertThatThrownBy(() -> SiteFile.read(folder, folder))
        .isInstanceOf(SiteFileFault.class)
        .hasMessageContaining("无法读取");
    Path gbk = Files.write(folder.resolve("gbk.yaml"), SMALL.getBytes(Charset.forName("GBK")));
    assertThatThrownBy(() -> SiteFile.read(gbk, folder))
        .isInstanceOf(SiteFileFault.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  @DisplayName("记事本写的 BOM 不算错误")
  void aByteOrderMarkIsNoFault() {
    assertThat(read("\uFEFF" + SMALL).gates()).hasSize(1);
  }

  @Test
  @DisplayName("没有平台：允许，但会提醒")
  void oddThingsAreAllowedAndSaid() {
    assertThat(SiteFile.oddities(read(SMALL))).singleElement().asString().contains("platforms 为空");
    assertThat(SiteFile.oddities(read(SMALL + PLATFORM))).isEmpty();
  }

  @Test
  @DisplayName("故障句子里不出现密码")
  void aPasswordIsNeverRepeated() {
    assertThatThrownBy(() -> read(SMALL.replace("user: admin", "user: [admin]")))
        .isInstanceOf(SiteFileFault.class)
        .hasMessageNotContaining("12345");
  }

  private Site read(String text) {
    try {
      Path file = Files.writeString(folder.resolve("site.yaml"), text, StandardCharsets.UTF_8);
      return SiteFile.read(file, folder.resolve("data"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertFault(String text, String key, String sentence) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SiteFileFault.class)
        .hasMessageContaining(key)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("\n");
  }
}
