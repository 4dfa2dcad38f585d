package cn.ecogate.registry.control;

import static cn.ecogate.registry.control.VehicleExample.aTruck;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("备案校验")
class FilingCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  @DisplayName("号牌、识别代号和代码按统一写法备案")
  void whatWasTypedIsFiledInOneSpelling() {
    Vehicle typed = aTruck();
    typed.setPlate(" 云a·12345 ");
    typed.setVin("1m8gdm9a xkp042788");
    typed.setVehicleType("q11");
    typed.setUse("f");
    typed.setOwner("  安宁顺达物流有限公司 ");
    typed.setEngineNo("  ");

    Vehicle filed = FilingCheck.checked(typed, TODAY);

    assertThat(filed.getPlate()).isEqualTo("云A12345");
    assertThat(filed.getVin()).isEqualTo("1M8GDM9AXKP042788");
    assertThat(filed.getVehicleType()).isEqualTo("Q11");
    assertThat(filed.getUse()).isEqualTo("F");
    assertThat(filed.getOwner()).isEqualTo("安宁顺达物流有限公司");
    assertThat(filed.getEngineNo()).isNull();
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("misshapen")
  @DisplayName("不能备案的，指明字段和改法")
  void whatCannotBeFiledNamesTheField(
      Consumer<Vehicle> slip, String code, String field, String sentence) {
    Vehicle typed = aTruck();
    slip.accept(typed);

    assertThatThrownBy(() -> FilingCheck.checked(typed, TODAY))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo(code);
              assertThat(rejected.field()).isEqualTo(field);
              assertThat(rejected).hasMessageContaining(sentence);
            });
  }

  static Stream<Arguments> misshapen() {
    return Stream.of(
        slip(v -> v.setPlate(null), "plate-shape", "plate", "请填写号牌号码"),
        slip(v -> v.setPlate("云A1234"), "plate-shape", "plate", "不像号牌"),
        slip(v -> v.setPlate("云AO2345"), "plate-shape", "plate", "不用字母 I 和 O"),
        slip(v -> v.setPlateColor(null), "item-missing", "plateColor", "请选择号牌颜色"),
        slip(v -> v.setVehicleType("重型"), "vehicle-type", "vehicleType", "三位代码"),
        slip(v -> v.setUse(null), "use-code", "use", "使用性质"),
        slip(v -> v.setUse("Z"), "use-code", "use", "F 货运"),
        slip(v -> v.setVin("1M8GDM9AXKP04278"), "vin-shape", "vin", "现为 16 位"),
        slip(v -> v.setFuel(null), "item-missing", "fuel", "请选择燃料种类"),
        slip(v -> v.setStage(null), "item-missing", "stage", "请选择排放阶段"),
        slip(v -> v.setBrandModel("a".repeat(101)), "too-long", "brandModel", "现有 101 个"),
        slip(v -> v.setEngineNo("a".repeat(33)), "too-long", "engineNo", "最多 32 个字符"),
        slip(v -> v.setOwner("车".repeat(101)), "too-long", "owner", "最多 100 个字符"),
        slip(v -> v.setListPhoto("../etc"), "document-unknown", "listPhoto", "重新上传"),
        slip(
            v -> v.setRegistered(TODAY.plusDays(1)),
            "registered-in-future",
            "registered",
            "不能晚于今天"));
  }

  private static Arguments slip(
      Consumer<Vehicle> slip, String code, String field, String sentence) {
    return Arguments.of(slip, code, field, sentence);
  }

  @Test
  @DisplayName("今天注册登记的车可以备案")
  void aVehicleRegisteredTodayCanBeFiled() {
    Vehicle typed = aTruck();
    typed.setRegistered(TODAY);
    assertThat(FilingCheck.checked(typed, TODAY).getRegistered()).isEqualTo(TODAY);
  }

  @Test
  @DisplayName("齐全无误的车没有疑点")
  void aCompleteVehicleIsNotOdd() {
    assertThat(FilingCheck.oddities(aTruck())).isEmpty();
  }

  @Test
  @DisplayName("识别代号校验位不符只提醒，不拒绝")
  void aVinThatFailsItsCheckDigitIsOddButFiled() {
    Vehicle typed = aTruck();
    typed.setVin("1M8GDM9A1KP042788");

    assertThat(FilingCheck.checked(typed, TODAY).getVin()).isEqualTo("1M8GDM9A1KP042788");
    assertThat(FilingCheck.oddities(typed)).singleElement().asString().contains("第 9 位校验位不符");
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "云A02816D, YELLOW,       ELECTRIC, 颜色应为绿或黄绿",
    "云A12345,  GREEN,        ELECTRIC, 应为 8 位新能源号牌",
    "云A02816D, GREEN,        ELECTRIC, 是大型新能源号牌",
    "云AD81605, YELLOW_GREEN, ELECTRIC, 是小型新能源号牌",
    "云A02816D, YELLOW_GREEN, DIESEL,   燃料却是柴油",
  })
  @DisplayName("号牌、颜色和燃料互相矛盾时提醒")
  void contradictionsAreSaid(String plate, PlateColor color, FuelType fuel, String sentence) {
    Vehicle typed = aTruck();
    typed.setPlate(plate);
    typed.setPlateColor(color);
    typed.setFuel(fuel);
    typed.setStage(fuel == FuelType.ELECTRIC ? EmissionStage.ELECTRIC : EmissionStage.CHINA_6);

    assertThat(FilingCheck.oddities(typed)).singleElement().asString().contains(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "云A02816D, YELLOW_GREEN, ELECTRIC, ELECTRIC",
    "云A03728F, YELLOW_GREEN, HYDROGEN, ELECTRIC",
    "云AD81605, GREEN,        HYBRID,   CHINA_6",
    "云A0119应急, WHITE,      DIESEL,   CHINA_6",
    "云A1234挂, YELLOW,       NONE,     UNKNOWN",
  })
  @DisplayName("相符的号牌、颜色和燃料没有疑点")
  void whatFitsTogetherIsNotOdd(
      String plate, PlateColor color, FuelType fuel, EmissionStage stage) {
    Vehicle typed = aTruck();
    typed.setPlate(plate);
    typed.setPlateColor(color);
    typed.setFuel(fuel);
    typed.setStage(stage);

    assertThat(FilingCheck.oddities(typed)).isEmpty();
  }

  @Test
  @DisplayName("燃料与排放阶段矛盾时提醒")
  void fuelAndStageMustSuitEachOther() {
    Vehicle typed = aTruck();
    typed.setStage(EmissionStage.ELECTRIC);
    assertThat(FilingCheck.oddities(typed)).singleElement().asString().contains("燃料却是柴油");

    typed.setStage(EmissionStage.CHINA_6);
    typed.setFuel(FuelType.ELECTRIC);
    assertThat(FilingCheck.oddities(typed)).singleElement().asString().contains("应为电动");
  }

  @Test
  @DisplayName("缺项可以备案，但逐项提醒")
  void missingItemsAreListed() {
    Vehicle typed = aTruck();
    typed.setVin(" ");
    typed.setEngineNo(null);
    typed.setRegistered(null);

    assertThat(FilingCheck.checked(typed, TODAY).getVin()).isNull();
    assertThat(FilingCheck.oddities(typed)).containsExactly("尚缺车辆识别代号、发动机号、注册登记日期，上传时会计为不完整，请补齐。");
  }

  @Test
  @DisplayName("刚打开的空表单也能检查疑点")
  void anEmptyFormCanBeAsked() {
    assertThat(FilingCheck.oddities(new Vehicle())).singleElement().asString().startsWith("尚缺");
    Vehicle misshapen = aTruck();
    misshapen.setVin("too short");
    assertThat(FilingCheck.oddities(misshapen)).isEqualTo(List.of());
  }

  @Test
  @DisplayName("同一识别代号换了号牌，是同一辆车")
  void aKnownVinIsTheSameVehicle() {
    Vehicle known = aTruck();
    Vehicle typed = aTruck();
    typed.setPlate("云A67890");

    assertThatThrownBy(() -> FilingCheck.onFileOnce(typed, Optional.empty(), Optional.of(known)))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo("vin-known");
              assertThat(rejected.field()).isEqualTo("vin");
              assertThat(rejected)
                  .hasMessageContaining("云A12345（黄）名下，是同一辆车")
                  .hasMessageContaining("办理换牌");
            });
    assertThatThrownBy(() -> FilingCheck.onFileOnce(typed, Optional.of(known), Optional.of(known)))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("plate-known"));
  }
}
