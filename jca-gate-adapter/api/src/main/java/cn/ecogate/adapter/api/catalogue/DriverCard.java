package cn.ecogate.adapter.api.catalogue;

import cn.ecogate.adapter.api.catalogue.SettingType.Whole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One driver: what it is for, how its devices are reached, what they can be told.
 *
 * @param name as it stands in the site file
 * @param line which sort of link carries it (see the adapter's {@code Links}); only devices of the
 *     same line may share an address
 * @param schemes how it may be reached, the usual one first
 */
public record DriverCard(
    String name,
    DeviceKind kind,
    Label label,
    String line,
    List<Address.Kind> schemes,
    Login login,
    List<Setting> settings,
    List<Exclusive> exclusives,
    List<Condition> conditions) {

  /** After how many minutes without the device an alarm is raised; every driver has it. */
  public static final Setting SILENCE =
      Setting.preset(
          "silence-minutes",
          new Whole(1, 1_440),
          "5",
          "失联多少分钟后告警",
          "minutes without it before an alarm");

  public DriverCard {
    schemes = List.copyOf(schemes);
    settings = Stream.concat(settings.stream(), Stream.of(SILENCE)).toList();
    exclusives = List.copyOf(exclusives);
    conditions = List.copyOf(conditions);
  }

  public Optional<Setting> setting(String name) {
    return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  public List<String> settingNames() {
    return settings.stream().map(Setting::name).toList();
  }

  /** The forms its address may have, for a sentence. */
  public String addressForms() {
    return String.join(" | ", schemes.stream().map(Address.Kind::sample).toList());
  }
}
