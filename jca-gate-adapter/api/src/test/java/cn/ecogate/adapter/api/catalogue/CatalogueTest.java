package cn.ecogate.adapter.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.catalogue.SettingType.Pairs;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("驱动目录")
class CatalogueTest {

  static List<DriverCard> cards() {
    return Catalogue.cards();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cards")
  @DisplayName("每张卡片自身成立：名字唯一，默认值合乎自己的要求，引用的设置都存在")
  void aCardIsSoundInItself(DriverCard card) {
    assertThat(Catalogue.cards().stream().filter(c -> c.name().equals(card.name()))).hasSize(1);
    assertThat(card.schemes()).isNotEmpty();
    assertThat(card.settingNames())
        .doesNotHaveDuplicates()
        .doesNotContain("id", "driver", "address", "user", "password");
    assertThat(card.settings())
        .filteredOn(setting -> !setting.otherwise().isEmpty())
        .allMatch(setting -> setting.type().admits(setting.otherwise()) && !setting.required());
    assertThat(card.exclusives())
        .allMatch(
            exclusive ->
                card.settingNames().containsAll(exclusive.settings())
                    && card.settingNames().containsAll(exclusive.within()));
    assertThat(card.conditions())
        .allMatch(condition -> card.settingNames().contains(condition.field()));
  }

  @Test
  @DisplayName("一台设备的每个错误各在自己的字段上，两种语言都有")
  void everyFaultStandsAtItsField() {
    List<Fault> faults =
        Catalogue.faults(
            new DeviceSpec(
                "A-01-barrier",
                "modbus-relay",
                "http://192.168.1.9",
                "admin",
                "",
                Map.of("unit", "248", "coil", "1")));

    assertThat(faults)
        .extracting(Fault::field)
        .containsExactly("address", "user", "coil", "unit", "open-coil");
    assertThat(faults)
        .allSatisfy(
            fault -> {
              assertThat(fault.words().chinese()).isNotBlank();
              assertThat(fault.words().english()).isNotBlank();
            });
    assertThat(faults.get(3).sentence())
        .isEqualTo("设备 A-01-barrier 的 unit：应为 1 到 247 的整数，现为 \"248\"");
  }

  @Test
  @DisplayName("留空等于没有写：取默认值")
  void anEmptySettingIsNotSaid() {
    DeviceSpec spec = relay("a", "tcp://h:1", Map.of("open-coil", "0", "unit", " "));

    assertThat(Catalogue.faults(spec)).isEmpty();
    assertThat(Settings.of(spec).number("unit")).isEqualTo(1);
    assertThat(Settings.of(spec).numberIfGiven("close-coil")).isEmpty();
  }

  @Test
  @DisplayName("不同链路的驱动不能共用一个地址")
  void driversOfTwoLinesDoNotShareAnAddress() {
    SharedLines lines = new SharedLines();
    lines.add(camera("a", "http://10.0.0.1", "admin", "one-1", "1"));

    assertThat(lines.add(camera("b", "http://10.0.0.1:80", "admin", "one-1", "2"))).isEmpty();
    assertThat(lines.add(camera("c", "http://10.0.0.1:80", "admin", "two-2", "3")))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("user");
              assertThat(fault.sentence()).contains("用户名和密码也应相同").doesNotContain("two-2");
            });
    assertThat(lines.add(camera("d", "http://10.0.0.1:80", "admin", "one-1", "01")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.sentence()).contains("抓拍通道 01 已用于 a channel"));
  }

  @Test
  @DisplayName("说不通的设备不占用邻居的线")
  void aFaultyDeviceClaimsNothing() {
    List<Fault> faults =
        Catalogue.faults(
            List.of(
                relay("a", "tcp://h:1", Map.of("open-coil", "0", "unit", "0")),
                relay("b", "tcp://h:1", Map.of("open-coil", "0"))));

    assertThat(faults).singleElement().extracting(Fault::deviceId).isEqualTo("a");
  }

  @Test
  @DisplayName("成对的文字：每个键一次，键和值各有样子")
  void pairsAreASmallMap() {
    Pairs lanes = new Pairs(Pattern.compile("\\d"), Pattern.compile("in|out"), new Label("", ""));

    assertThat(lanes.admits("1=in, 2=out")).isTrue();
    assertThat(Pairs.read("1=in, 2=out")).containsEntry("1", "in").containsEntry("2", "out");
    assertThat(lanes.admits("1=in,1=out")).isFalse();
    assertThat(lanes.admits("1=up")).isFalse();
    assertThat(lanes.admits("1")).isFalse();
    assertThat(lanes.admits("1=in,")).isFalse();
  }

  private static DeviceSpec relay(String id, String address, Map<String, String> settings) {
    return new DeviceSpec(id, "modbus-relay", address, "", "", settings);
  }

  private static DeviceSpec camera(
      String id, String address, String user, String password, String channel) {
    return new DeviceSpec(
        id, "hikvision-stream", address, user, password, Map.of("channel", channel));
  }
}
