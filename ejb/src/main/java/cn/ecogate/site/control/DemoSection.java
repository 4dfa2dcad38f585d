package cn.ecogate.site.control;

import cn.ecogate.account.entity.Role;
import cn.ecogate.site.entity.DemoAccount;
import cn.ecogate.site.entity.DemoData;
import cn.ecogate.site.entity.DemoListing;
import cn.ecogate.site.entity.DemoStrategy;
import cn.ecogate.site.entity.DemoVehicle;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a demo plant is filled with; the rules of filing are asked later, when it is filed.
 */
final class DemoSection {

  private static final List<String> ROLES =
      Arrays.stream(Role.values()).map(Role::roleName).toList();

  private DemoSection() {}

  static DemoData read(Block block) {
    block.only("accounts", "vehicles", "exceeding", "strategies");
    return new DemoData(
        block.blocks("accounts").stream().map(DemoSection::account).toList(),
        block.blocks("vehicles").stream().map(DemoSection::vehicle).toList(),
        block.blocks("exceeding").stream().map(DemoSection::listing).toList(),
        block.blocks("strategies").stream().map(DemoSection::strategy).toList());
  }

  private static DemoAccount account(Block block) {
    block.only("user", "name", "role", "password");
    String role =
        block.parsed(
            "role",
            text -> Shape.oneOf(ROLES, text),
            "以下角色之一：" + String.join(", ", ROLES),
            "one of the roles " + String.join(", ", ROLES));
    return new DemoAccount(block.text("user"), block.text("name"), role, block.text("password"));
  }

  private static DemoVehicle vehicle(Block block) {
    block.only(
        "plate",
        "color",
        "type",
        "use",
        "vin",
        "brand-model",
        "fuel",
        "stage",
        "telematics",
        "registered",
        "engine-no",
        "owner");
    return new DemoVehicle(
        block.text("plate"),
        block.oneOf(PlateColor.class, "color"),
        block.text("type"),
        block.text("use"),
        block.textOr("vin", ""),
        block.textOr("brand-model", ""),
        block.oneOf(FuelType.class, "fuel"),
        block.oneOf(EmissionStage.class, "stage"),
        block.flag("telematics"),
        day(block, "registered"),
        block.textOr("engine-no", ""),
        block.textOr("owner", ""));
  }

  private static DemoListing listing(Block block) {
    block.only("plate", "color", "reason", "issued");
    return new DemoListing(
        block.text("plate"),
        block.oneOf(PlateColor.class, "color"),
        block.text("reason"),
        day(block, "issued").orElseThrow(() -> block.missing("issued")));
  }

  private static DemoStrategy strategy(Block block) {
    block.only("name", "alert", "from", "until", "heavy-only", "fuels", "worst", "measure");
    Optional<Instant> from = moment(block, "from");
    Optional<Instant> until = moment(block, "until");
    if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
      throw block.fault("until", "应晚于 from", "must be later than from");
    }
    Set<FuelType> fuels = new HashSet<>(block.someOf(FuelType.class, "fuels"));
    return new DemoStrategy(
        block.text("name"),
        block.oneOf(AlertLevel.class, "alert"),
        from,
        until,
        block.flag("heavy-only"),
        fuels,
        block.oneOf(EmissionStage.class, "worst"),
        block.text("measure"));
  }

  private static Optional<LocalDate> day(Block block, String key) {
    return block.parsedIfThere(
        key, LocalDate::parse, "日期，如 2026-11-01", "a date such as 2026-11-01");
  }

  private static Optional<Instant> moment(Block block, String key) {
    return block.parsedIfThere(
        key,
        text -> OffsetDateTime.parse(text).toInstant(),
        "带时区的时刻，如 \"2026-11-21T08:00:00+08:00\"",
        "a moment with its offset, e.g. \"2026-11-21T08:00:00+08:00\"");
  }
}
