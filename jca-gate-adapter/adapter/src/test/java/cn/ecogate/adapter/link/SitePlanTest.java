package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        spec("a", "dahua", "http://10.0.0.9", Map.of()), "设备 a：没有驱动“dahua”，可用的有 hikvision-stream");
  }

  @Test
  void unknownSettingNamesThoseThereAre() {
    refused(
        relay("a", "tcp://h:1", Map.of("open-coil", "0", "opencoil", "1")),
        "设备 a：驱动 modbus-relay 没有设置 opencoil，可用的有 close-coil、");
  }

  @Test
  void addressThatCannotBeUsedShowsTheForm() {
    refused(relay("a", "10.0.0.8", Map.of("open-coil", "0")), "设备 a：地址“10.0.0.8”无法使用，应形如 tcp://");
    refused(spec("a", "hikvision-stream", "http://h:0x", Map.of()), "应形如 http://");
    refused(relay("a", "tcp://h", Map.of("open-coil", "0")), "无法使用");
    refused(relay("a", "serial:/dev/ttyUSB0?baud=fast", Map.of("open-coil", "0")), "无法使用");
    refused(spec("a", "hikvision-stream", "http://admin:secret@h", Map.of()), "无法使用");
  }

  @Test
  void cameraOnABusAndRelayOnTheWebAreRefused() {
    refused(spec("a", "hikvision-stream", "tcp://h:1", Map.of()), "应以 http:// 开头");
    refused(relay("a", "http://h:1", Map.of("open-coil", "0")), "应以 tcp:// 或 serial: 开头");
  }

  @Test
  void numbersOutOfRangeSayTheRange() {
    refused(
        relay("a", "tcp://h:1", Map.of("open-coil", "0", "unit", "300")),
        "设置 unit 应为 1 到 247 的整数，现为“300”");
    refused(
        relay("a", "tcp://h:1", Map.of("open-coil", "none")),
        "设置 open-coil 应为 0 到 255 的整数，现为“none”");
    refused(relay("a", "tcp://h:1", Map.of()), "缺少设置 open-coil");
    refused(relay("a", "tcp://h:1", Map.of("open-coil", "0", "pulse-ms", "750")), "应为 100 的倍数");
    refused(
        relay("a", "tcp://h:1", Map.of("open-coil", "0", "timing", "manual")),
        "应为 board-timed 或 on-wait-off");
    refused(spec("a", "hikvision-stream", "http://h", Map.of("zone", "Beijing")), "应为时区");
  }

  @Test
  void oneTerminalHasOneUse() {
    refused(relay("a", "tcp://h:1", Map.of("open-coil", "0", "close-coil", "0")), "设备 a：线圈 0 用了两次");
    assertThatThrownBy(
            () ->
                SitePlan.of(
                    List.of(
                        relay("a", "tcp://h:1", Map.of("open-coil", "0", "up-input", "3")),
                        relay("b", "tcp://h:1", Map.of("open-coil", "1", "up-input", "3")))))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("设备 b：输入 3 已被 a 占用");
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
        .hasMessageContaining("设备 a：编号重复");
  }

  @Test
  void oneSerialPortHasOneSpeed() {
    assertThatThrownBy(
            () ->
                SitePlan.of(
                    List.of(
                        relay("a", "serial:/dev/ttyS0?baud=9600", Map.of("open-coil", "0")),
                        spec("b", "parking-board", "serial:/dev/ttyS0?baud=19200", Map.of()))))
        .hasMessageContaining("设备 b：串口 /dev/ttyS0 的波特率与 a 的不同");
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
