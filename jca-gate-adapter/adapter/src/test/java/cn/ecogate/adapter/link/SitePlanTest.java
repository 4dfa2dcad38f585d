package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.catalogue.Catalogue;
import cn.ecogate.adapter.api.catalogue.DriverCard;
import cn.ecogate.adapter.api.catalogue.Login;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused at install, and the sentence that says what to change. */
class SitePlanTest {

  @Test
  void devicesOfOneAddressShareALink() throws GateException {
    SitePlan plan =
        SitePlan.of(
            List.of(
                relay("a", "tcp://10.0.0.8:502", Map.of("open-coil", "0")),
                relay("b", "tcp://10.0.0.8:502", Map.of("open-coil", "2")),
                spec("c", "parking-board", "tcp://10.0.0.8:502", Map.of()),
                spec("d", "hikvision-stream", "http://10.0.0.9", Map.of())));

    assertThat(plan.branches().values()).extracting(b -> b.devices().size()).containsExactly(3, 1);
  }

  @Test
  void unknownDriverNamesThoseThereAre() {
    refused(
        spec("a", "dahua", "http://10.0.0.9", Map.of()),
        "设备 a 的 driver：没有驱动“dahua”，可用：hikvision-stream");
  }

  @Test
  void unknownSettingNamesThoseThereAre() {
    refused(
        relay("a", "tcp://h:1", Map.of("open-coil", "0", "opencoil", "1")),
        "设备 a 的 opencoil：驱动 modbus-relay 没有这个设置，可用：unit, timing");
  }

  @Test
  void addressThatCannotBeUsedShowsTheForm() {
    refused(relay("a", "10.0.0.8", Map.of("open-coil", "0")), "设备 a 的 address：应为如下形式：tcp://");
    refused(spec("a", "hikvision-stream", "http://h:0x", Map.of()), "应为如下形式：http://");
    refused(relay("a", "tcp://h", Map.of("open-coil", "0")), "现为 \"tcp://h\"");
    refused(
        relay("a", "serial:/dev/ttyUSB0?baud=fast", Map.of("open-coil", "0")),
        "现为 \"serial:/dev/ttyUSB0?baud=fast\"");
    refused(spec("a", "hikvision-stream", "http://admin:secret@h", Map.of()), "现为 \"…\"");
  }

  @Test
  void cameraOnABusAndRelayOnTheWebAreRefused() {
    refused(
        spec("a", "hikvision-stream", "tcp://h:1", Map.of()),
        "应为如下形式：http://192.168.1.20:80，现为 \"tcp://h:1\"");
    refused(
        relay("a", "http://h:1", Map.of("open-coil", "0")),
        "应为如下形式：tcp://192.168.1.20:502 | serial:");
  }

  @Test
  void numbersOutOfRangeSayTheRange() {
    refused(
        relay("a", "tcp://h:1", Map.of("open-coil", "0", "unit", "300")),
        "设备 a 的 unit：应为 1 到 247 的整数，现为 \"300\"");
    refused(
        relay("a", "tcp://h:1", Map.of("open-coil", "none")),
        "设备 a 的 open-coil：应为 0 到 255 的整数，现为 \"none\"");
    refused(relay("a", "tcp://h:1", Map.of()), "设备 a 的 open-coil：缺少这个必填项");
    refused(relay("a", "tcp://h:1", Map.of("open-coil", "0", "pulse-ms", "750")), "应为 100 的倍数");
    refused(
        relay("a", "tcp://h:1", Map.of("open-coil", "0", "timing", "manual")),
        "应为 board-timed（板上定时）或 on-wait-off");
    refused(spec("a", "hikvision-stream", "http://h", Map.of("zone", "Beijing")), "应为时区");
  }

  @Test
  void oneTerminalHasOneUse() {
    refused(
        relay("a", "tcp://h:1", Map.of("open-coil", "0", "close-coil", "0")),
        "设备 a 的 close-coil：线圈 0 已用于 a open-coil");
    assertThatThrownBy(
            () ->
                SitePlan.of(
                    List.of(
                        relay("a", "tcp://h:1", Map.of("open-coil", "0", "up-input", "3")),
                        relay("b", "tcp://h:1", Map.of("open-coil", "1", "up-input", "3")))))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("设备 b 的 up-input：输入 3 已用于 a up-input，请核对接线");
  }

  @Test
  void sameTerminalOnAnotherUnitIsAnother() throws GateException {
    assertThat(
            SitePlan.of(
                    List.of(
                        relay("a", "tcp://h:1", Map.of("open-coil", "0", "unit", "1")),
                        relay("b", "tcp://h:1", Map.of("open-coil", "0", "unit", "2"))))
                .branches())
        .hasSize(1);
  }

  @Test
  void sameIdTwiceIsRefused() {
    DeviceSpec device = relay("a", "tcp://h:1", Map.of("open-coil", "0"));
    assertThatThrownBy(() -> SitePlan.of(List.of(device, device)))
        .hasMessageContaining("设备 a 的 id：编号重复");
  }

  @Test
  void oneSerialPortHasOneSpeed() {
    assertThatThrownBy(
            () ->
                SitePlan.of(
                    List.of(
                        relay("a", "serial:/dev/ttyS0?baud=9600", Map.of("open-coil", "0")),
                        spec("b", "parking-board", "serial:/dev/ttyS0?baud=19200", Map.of()))))
        .hasMessageContaining("设备 b 的 address：波特率与 a 的不同");
  }

  @Test
  void everyLineOfTheCatalogueHasItsLink() {
    assertThat(Catalogue.cards())
        .allSatisfy(card -> assertThat(Links.of(card.line())).as(card.name()).isNotNull());
  }

  /** A card without the class that reads its devices would fail at the gate, not here. */
  @ParameterizedTest
  @MethodSource("cn.ecogate.adapter.api.catalogue.Catalogue#cards")
  void everyDriverOfTheCatalogueIsCarried(DriverCard card) throws GateException {
    Map<String, String> wired =
        Stream.of("open-coil", "open-output")
            .filter(name -> card.setting(name).isPresent())
            .collect(Collectors.toMap(name -> name, name -> "0"));
    DeviceSpec spec =
        new DeviceSpec(
            "a",
            card.name(),
            card.schemes().get(0).sample(),
            "",
            card.login() == Login.SECRET ? "secret-12" : "",
            wired);
    SitePlan.Branch branch = SitePlan.of(List.of(spec)).branches().values().iterator().next();

    OwnedLink link =
        Links.of(branch.line())
            .make(
                branch.address(),
                branch.devices(),
                Quick.TIMINGS,
                Clock.systemUTC(),
                new Collected());

    assertThat(link.health()).extracting(DeviceHealth::deviceId).containsExactly("a");
  }

  @Test
  void refusalNeverShowsAPassword() {
    DeviceSpec spec = new DeviceSpec("a", "x", "y", "admin", "secret-1", Map.of());

    assertThatThrownBy(() -> SitePlan.of(List.of(spec))).hasMessageNotContaining("secret-1");
  }

  private static void refused(DeviceSpec spec, String sentence) {
    assertThatThrownBy(() -> SitePlan.of(List.of(spec)))
        .isInstanceOf(GateException.class)
        .hasMessageContaining(sentence);
  }

  private static DeviceSpec relay(String id, String address, Map<String, String> settings) {
    return spec(id, "modbus-relay", address, settings);
  }

  private static DeviceSpec spec(
      String id, String driver, String address, Map<String, String> settings) {
    return new DeviceSpec(id, driver, address, "", "", settings);
  }
}
