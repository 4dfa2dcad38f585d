package cn.ecogate.registry.control;

import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.VehicleType;
import cn.ecogate.vocabulary.VehicleUse;
import cn.ecogate.vocabulary.Vin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a vehicle may be filed as it was typed: hard on shapes, soft on what may yet be true. */
public final class FilingCheck {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final int NEW_ENERGY_LENGTH = 8;
  private static final String SPECIAL_ENDING = "应急";
  private static final Pattern LARGE_NEW_ENERGY = Pattern.compile("..[0-9]{5}[DF]");
  private static final Set<PlateColor> GREENS =
      EnumSet.of(PlateColor.GREEN, PlateColor.YELLOW_GREEN);
  private static final Set<FuelType> BURNT =
      EnumSet.of(
          FuelType.PETROL,
          FuelType.DIESEL,
          FuelType.MIXED_OIL,
          FuelType.NATURAL_GAS,
          FuelType.LPG,
          FuelType.METHANOL,
          FuelType.ETHANOL,
          FuelType.BIOFUEL);

  private FilingCheck() {}

  /**
   * The vehicle in the spelling that is filed; {@link Rejected} names the field that cannot be
   * filed.
   */
  public static Vehicle checked(Vehicle typed, LocalDate today) {
    Vehicle vehicle = new Vehicle();
    vehicle.setPlate(PlateNumber.of(typed.getPlate()).text());
    vehicle.setPlateColor(present(typed.getPlateColor(), "plateColor", "号牌颜色"));
    vehicle.setVehicleType(VehicleType.of(typed.getVehicleType()).code());
    vehicle.setUse(use(typed.getUse()));
    vehicle.setVin(blank(typed.getVin()) ? null : Vin.of(typed.getVin()).text());
    vehicle.setFuel(present(typed.getFuel(), "fuel", "燃料种类"));
    vehicle.setStage(present(typed.getStage(), "stage", "排放阶段"));
    vehicle.setTelematics(typed.isTelematics());
    vehicle.setBrandModel(atMost(100, typed.getBrandModel(), "brandModel", "品牌型号"));
    vehicle.setEngineNo(atMost(32, typed.getEngineNo(), "engineNo", "发动机号"));
    vehicle.setOwner(atMost(100, typed.getOwner(), "owner", "所有人（车队）"));
    vehicle.setRegistered(notAfter(today, typed.getRegistered(), "registered"));
    vehicle.setEvidence(typed.getEvidence());
    vehicle.setListPhoto(digest(typed.getListPhoto(), "listPhoto"));
    vehicle.setLicencePhoto(digest(typed.getLicencePhoto(), "licencePhoto"));
    vehicle.setValidUntil(typed.getValidUntil());
    vehicle.setService(typed.getService() == null ? ServiceState.ACTIVE : typed.getService());
    return vehicle;
  }

  /** Refuses an end that is over already or too far away. */
  public static void temporary(Instant until, Instant now, Duration most) {
    if (!until.isAfter(now)) {
      throw new Rejected("temporary-over", "until", "临时备案的截止时间已过，请填写以后的时间。");
    }
    if (Duration.between(now, until).compareTo(most) > 0) {
      throw new Rejected(
          "temporary-long", "until", "临时备案最长 " + most.toDays() + " 天，请缩短，或补齐材料后办理正式备案。");
    }
  }

  /** Why somebody did it, as it is kept; {@link Rejected} if nothing or too much was typed. */
  public static String reason(String typed, int length) {
    if (blank(typed)) {
      throw new Rejected("reason-missing", "reason", "请写明原因，它会记入台账。");
    }
    return atMost(length, typed, "reason", "原因");
  }

  /**
   * Refuses a vehicle that is on file already.
   *
   * @param samePlate another vehicle of that plate and colour
   * @param sameVin another vehicle of that VIN
   */
  public static void onFileOnce(
      Vehicle vehicle, Optional<Vehicle> samePlate, Optional<Vehicle> sameVin) {
    samePlate.ifPresent(
        known -> {
          throw new Rejected(
              "plate-known", "plate", known.plateInWords() + "已经备案，请直接修改该车的备案，不要重复新增。");
        });
    sameVin.ifPresent(
        known -> {
          throw new Rejected(
              "vin-known",
              "vin",
              "车辆识别代号 "
                  + vehicle.getVin()
                  + " 已备案在 "
                  + known.plateInWords()
                  + "名下，是同一辆车。若该车换了号牌，请办理换牌，原备案和历史号牌都会保留；若录错，请按行驶证核对。");
        });
  }

  /**
   * What is odd about a vehicle that may be filed nevertheless, as Chinese sentences. It may still
   * be as it was typed; what cannot be filed at all is not odd but refused, and left out here.
   */
  public static List<String> oddities(Vehicle vehicle) {
    List<String> found = new ArrayList<>();
    vinOddity(vehicle).ifPresent(found::add);
    PlateNumber.seen(vehicle.getPlate())
        .filter(plate -> vehicle.getPlateColor() != null)
        .flatMap(plate -> plateOddity(plate.text(), vehicle.getPlateColor(), vehicle.getFuel()))
        .ifPresent(found::add);
    stageOddity(vehicle).ifPresent(found::add);
    missingItems(vehicle).ifPresent(found::add);
    return found;
  }

  private static Optional<String> vinOddity(Vehicle vehicle) {
    try {
      return blank(vehicle.getVin()) || Vin.of(vehicle.getVin()).checkDigitFits()
          ? Optional.empty()
          : Optional.of("车辆识别代号的第 9 位校验位不符，国产车请按行驶证核对；进口车可能本就如此。");
    } catch (Rejected misshapen) {
      return Optional.empty();
    }
  }

  private static Optional<String> plateOddity(String plate, PlateColor color, FuelType fuel) {
    boolean newEnergy = plate.length() == NEW_ENERGY_LENGTH && !plate.endsWith(SPECIAL_ENDING);
    boolean green = GREENS.contains(color);
    if (newEnergy && !green) {
      return Optional.of("8 位号牌是新能源号牌，颜色应为绿或黄绿，现为" + color.label() + "，请核对。");
    }
    if (!newEnergy && green) {
      return Optional.of(
          color.label() + "色号牌应为 8 位新能源号牌，" + plate + " 有 " + plate.length() + " 位，请核对。");
    }
    boolean large = LARGE_NEW_ENERGY.matcher(plate).matches();
    PlateColor expected = large ? PlateColor.YELLOW_GREEN : PlateColor.GREEN;
    if (newEnergy && color != expected) {
      return Optional.of(
          plate + (large ? " 是大型" : " 是小型") + "新能源号牌，颜色应为" + expected.label() + "，请核对。");
    }
    return newEnergy && BURNT.contains(fuel)
        ? Optional.of("新能源号牌的车辆，燃料却是" + fuel.label() + "，请核对。")
        : Optional.empty();
  }

  private static Optional<String> stageOddity(Vehicle vehicle) {
    boolean electric = vehicle.getStage() == EmissionStage.ELECTRIC;
    if (electric && BURNT.contains(vehicle.getFuel())) {
      return Optional.of("排放阶段为电动，燃料却是" + vehicle.getFuel().label() + "，请核对。");
    }
    boolean numbered = vehicle.getStage() != null && !electric;
    return numbered && vehicle.getFuel() == FuelType.ELECTRIC
        ? Optional.of("燃料为电，排放阶段应为电动，现为" + vehicle.getStage().label() + "，请核对。")
        : Optional.empty();
  }

  /** HJ 1321-2023 asks for all of them; a platform counts a record without one as incomplete. */
  private static Optional<String> missingItems(Vehicle vehicle) {
    List<String> missing = new ArrayList<>();
    addIf(blank(vehicle.getVin()), "车辆识别代号", missing);
    addIf(blank(vehicle.getBrandModel()), "品牌型号", missing);
    addIf(blank(vehicle.getEngineNo()), "发动机号", missing);
    addIf(vehicle.getRegistered() == null, "注册登记日期", missing);
    addIf(blank(vehicle.getOwner()), "所有人（车队）", missing);
    addIf(vehicle.getEvidence() == null, "排放阶段的核实方式", missing);
    addIf(blank(vehicle.getListPhoto()) && blank(vehicle.getLicencePhoto()), "随车清单或行驶证图片", missing);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("尚缺" + String.join("、", missing) + "，上传时会计为不完整，请补齐。");
  }

  private static void addIf(boolean lacking, String item, List<String> missing) {
    if (lacking) {
      missing.add(item);
    }
  }

  private static String use(String typed) {
    String code = blank(typed) ? "" : typed.strip().toUpperCase(Locale.ROOT);
    if (VehicleUse.known(code).isEmpty()) {
      throw new Rejected("use-code", "use", "使用性质应为 GA/T 16.3 的一位字母代码，例如 F 货运、A 非营运、R 危化品运输。");
    }
    return code;
  }

  static String digest(String kept, String field) {
    if (blank(kept)) {
      return null;
    }
    if (!DIGEST.matcher(kept).matches()) {
      throw new Rejected("document-unknown", field, "没有这张图片，请重新上传。");
    }
    return kept;
  }

  static <T> T present(T value, String field, String item) {
    if (value == null) {
      throw new Rejected("item-missing", field, "请选择" + item + "。");
    }
    return value;
  }

  static String atMost(int length, String typed, String field, String item) {
    if (blank(typed)) {
      return null;
    }
    String text = typed.strip();
    if (text.length() > length) {
      throw new Rejected(
          "too-long", field, item + "最多 " + length + " 个字符，现有 " + text.length() + " 个，请缩短。");
    }
    return text;
  }

  static LocalDate notAfter(LocalDate today, LocalDate day, String field) {
    if (day != null && day.isAfter(today)) {
      throw new Rejected("registered-in-future", field, "注册登记或生产日期不能晚于今天，请按行驶证或铭牌核对。");
    }
    return day;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
