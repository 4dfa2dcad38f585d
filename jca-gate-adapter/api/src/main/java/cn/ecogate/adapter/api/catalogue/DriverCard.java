package cn.ecogate.adapter.api.catalogue;

import java.util.List;
import java.util.Optional;

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

  public DriverCard {
    schemes = List.copyOf(schemes);
    settings = List.copyOf(settings);
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
