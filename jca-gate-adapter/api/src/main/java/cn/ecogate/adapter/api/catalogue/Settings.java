package cn.ecogate.adapter.api.catalogue;

import cn.ecogate.adapter.api.DeviceSpec;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A device's settings read by its driver's card, what was not said filled in. Of a device without
 * {@link Catalogue#faults} every reading succeeds.
 */
public final class Settings {

  private final DriverCard card;
  private final Map<String, String> told;

  private Settings(DriverCard card, Map<String, String> told) {
    this.card = card;
    this.told = told;
  }

  public static Settings of(DeviceSpec spec) {
    return of(Catalogue.card(spec.driver()).orElseThrow(), spec.settings());
  }

  static Settings of(DriverCard card, Map<String, String> told) {
    return new Settings(card, told);
  }

  /** What was said, or what holds otherwise; empty if the device has no such thing. */
  public Optional<String> given(String name) {
    Setting setting =
        card.setting(name)
            .orElseThrow(() -> new IllegalArgumentException(card.name() + " has no " + name));
    String text = told.getOrDefault(name, "").strip();
    return Optional.of(text.isEmpty() ? setting.otherwise() : text)
        .filter(value -> !value.isEmpty());
  }

  public String text(String name) {
    return given(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  public int number(String name) {
    return Integer.parseInt(text(name));
  }

  public OptionalInt numberIfGiven(String name) {
    return given(name).stream().mapToInt(Integer::parseInt).findFirst();
  }

  public ZoneId zone(String name) {
    return ZoneId.of(text(name));
  }

  /** Empty if nothing was said. */
  public Map<String, String> pairs(String name) {
    return given(name).map(SettingType.Pairs::read).orElse(Map.of());
  }
}
