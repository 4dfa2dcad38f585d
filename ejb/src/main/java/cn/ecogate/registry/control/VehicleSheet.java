package cn.ecogate.registry.control;

import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.registry.entity.StageEvidence;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.VehicleType;
import cn.ecogate.vocabulary.VehicleUse;
import cn.ecogate.vocabulary.Vin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The transport vehicles as a table. */
public final class VehicleSheet {

  private VehicleSheet() {}

  public static SheetForm<Vehicle> form(LocalDate today) {
    return new SheetForm<>(
        "运输车辆",
        columns(),
        Vehicle::new,
        VehicleSheet::copy,
        VehicleSheet::identities,
        vehicle -> FilingCheck.checked(vehicle, today),
        FilingCheck::oddities,
        VehicleText::items,
        vehicle -> vehicle.plateInWords());
  }

  private static List<Column<Vehicle>> columns() {
    return List.of(
        column(
            "plate",
            "号牌号码",
            List.of("车牌", "车牌号", "车牌号码", "号牌", "车号"),
            true,
            "云A12345",
            Vehicle::getPlate,
            (v, text) -> v.setPlate(PlateNumber.of(text).text())),
        chosen(
            "plateColor",
            "号牌颜色",
            List.of("车牌颜色", "颜色"),
            true,
            WordReading.choices(PlateColor.values()),
            v -> WordReading.choice(v.getPlateColor()),
            (v, text) ->
                v.setPlateColor(
                    WordReading.coded(PlateColor.values(), text, "plateColor", "号牌颜色"))),
        chosen(
            "vehicleType",
            "车辆类型",
            List.of("车型", "类型"),
            true,
            types(),
            v -> typeChoice(v.getVehicleType()),
            (v, text) -> v.setVehicleType(type(text))),
        chosen(
            "use",
            "使用性质",
            List.of("用途"),
            true,
            uses(),
            v -> useChoice(v.getUse()),
            (v, text) -> v.setUse(use(text))),
        column(
            "vin",
            "车辆识别代号",
            List.of("VIN", "车架号", "车辆识别代号（VIN）", "车辆识别代码"),
            true,
            "1M8GDM9AXKP042788",
            Vehicle::getVin,
            (v, text) -> v.setVin(Vin.of(text).text())),
        column(
            "brandModel",
            "品牌型号",
            List.of("厂牌型号", "品牌", "车辆型号"),
            false,
            "解放 J6P",
            Vehicle::getBrandModel,
            Vehicle::setBrandModel),
        chosen(
            "fuel",
            "燃料种类",
            List.of("燃料", "燃料类型"),
            true,
            WordReading.choices(FuelType.values()),
            v -> WordReading.choice(v.getFuel()),
            (v, text) -> v.setFuel(WordReading.coded(FuelType.values(), text, "fuel", "燃料种类"))),
        chosen(
            "stage",
            "排放阶段",
            List.of("排放标准", "排放"),
            true,
            WordReading.choices(EmissionStage.values()),
            v -> WordReading.choice(v.getStage()),
            (v, text) ->
                v.setStage(WordReading.coded(EmissionStage.values(), text, "stage", "排放阶段"))),
        chosen(
            "telematics",
            "是否联网",
            List.of("联网状态", "联网", "远程在线监控"),
            false,
            List.of("是", "否"),
            v -> v.isTelematics() ? "是" : "否",
            (v, text) -> v.setTelematics(WordReading.yes(text, "telematics", "是否联网"))),
        column(
            "registered",
            "注册登记日期",
            List.of("注册日期", "登记日期"),
            false,
            "2022-06-17",
            v -> day(v.getRegistered()),
            (v, text) -> v.setRegistered(WordReading.day(text, "registered", "注册登记日期"))),
        column(
            "engineNo",
            "发动机号",
            List.of("发动机号码", "发动机编号"),
            false,
            "52120871",
            Vehicle::getEngineNo,
            Vehicle::setEngineNo),
        column(
            "owner",
            "所有人（车队）",
            List.of("所有人", "车队", "车主", "所属车队", "运输单位", "承运单位"),
            false,
            "安宁顺达物流有限公司",
            Vehicle::getOwner,
            Vehicle::setOwner),
        chosen(
            "evidence",
            "核实方式",
            List.of("排放阶段核实方式"),
            false,
            Stream.of(StageEvidence.values()).map(StageEvidence::label).toList(),
            v -> v.getEvidence() == null ? null : v.getEvidence().label(),
            (v, text) ->
                v.setEvidence(
                    WordReading.named(
                        StageEvidence.values(), StageEvidence::label, text, "evidence", "核实方式"))),
        column(
            "validUntil",
            "备案有效期至",
            List.of("有效期", "有效期至"),
            false,
            "2027-12-31",
            v -> day(v.getValidUntil()),
            (v, text) -> v.setValidUntil(WordReading.day(text, "validUntil", "备案有效期至"))),
        chosen(
            "service",
            "使用状态",
            List.of("状态"),
            false,
            Stream.of(ServiceState.values()).map(ServiceState::label).toList(),
            v -> v.getService().label(),
            (v, text) ->
                v.setService(
                    WordReading.named(
                        ServiceState.values(), ServiceState::label, text, "service", "使用状态"))));
  }

  private static Vehicle copy(Vehicle vehicle) {
    Vehicle copy = new Vehicle();
    copy.takeItemsOf(vehicle);
    return copy;
  }

  /** A plate names a vehicle only with its colour; a VIN always. */
  private static List<String> identities(Vehicle vehicle) {
    List<String> identities = new ArrayList<>();
    if (vehicle.getPlate() != null && vehicle.getPlateColor() != null) {
      identities.add(vehicle.plateInWords());
    }
    if (vehicle.getVin() != null) {
      identities.add("VIN " + vehicle.getVin());
    }
    return identities;
  }

  private static Column<Vehicle> column(
      String name,
      String header,
      List<String> aliases,
      boolean required,
      String example,
      Function<Vehicle, String> write,
      BiConsumer<Vehicle, String> read) {
    return new Column<>(name, header, aliases, required, List.of(), example, write, read);
  }

  private static Column<Vehicle> chosen(
      String name,
      String header,
      List<String> aliases,
      boolean required,
      List<String> choices,
      Function<Vehicle, String> write,
      BiConsumer<Vehicle, String> read) {
    return new Column<>(name, header, aliases, required, choices, choices.get(0), write, read);
  }

  static String day(LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static List<String> types() {
    return VehicleType.all().keySet().stream().map(VehicleSheet::typeChoice).toList();
  }

  private static String typeChoice(String code) {
    return code == null ? null : code + " " + VehicleType.label(code);
  }

  private static String type(String text) {
    String given = WordReading.plain(text);
    Optional<String> labelled =
        VehicleType.all().entrySet().stream()
            .filter(
                type ->
                    given.equals(type.getValue()) || given.equals(type.getKey() + type.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    return labelled.orElseGet(() -> VehicleType.of(given).code());
  }

  private static List<String> uses() {
    return WordReading.choices(VehicleUse.values());
  }

  private static String useChoice(String code) {
    return VehicleUse.known(code).map(WordReading::choice).orElse(code);
  }

  private static String use(String text) {
    return WordReading.coded(VehicleUse.values(), text, "use", "使用性质").code();
  }
}
