package cn.ecogate.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** VIN, credit code and vehicle type: what is right, what is odd, what is sent back. */
class NumbersOnThingsTest {

  @Test
  @DisplayName("VIN 的校验位相符")
  void aVinsCheckDigitFits() {
    assertThat(Vin.of("1M8GDM9AXKP042788").checkDigitFits()).isTrue();
    assertThat(Vin.of("11111111111111111").checkDigitFits()).isTrue();
    assertThat(Vin.of(" 1m8gdm9axkp０42788").text()).isEqualTo("1M8GDM9AXKP042788");
  }

  @Test
  @DisplayName("VIN 任何一位换一个数值不同的字符，校验位都不符")
  void everyWrongPlaceIsSeen() {
    String right = "1M8GDM9AXKP042788";
    for (int place = 0; place < right.length(); place++) {
      StringBuilder wrong = new StringBuilder(right);
      wrong.setCharAt(place, right.charAt(place) == '5' ? '6' : '5');
      assertThat(Vin.of(wrong.toString()).checkDigitFits()).as(wrong.toString()).isFalse();
    }
  }

  @Test
  @DisplayName("校验位不符的 VIN 只提示，不退回")
  void anImportedVinIsTaken() {
    assertThat(Vin.of("WDB96340310123456").checkDigitFits()).isFalse();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"1M8GDM9AXKP04278", "1M8GDM9AXKP0427888", "1M8GDM9AXKPO42788", "车架号"})
  @DisplayName("位数不对或含 I、O、Q 的 VIN 退回")
  void aVinOfTheWrongShapeIsRejected(String typed) {
    Rejected rejected = catchThrowableOfType(Rejected.class, () -> Vin.of(typed));
    assertThat(rejected.code()).isEqualTo("vin-shape");
    assertThat(rejected.getMessage()).contains("17 位").endsWith("。");
  }

  @Test
  @DisplayName("统一社会信用代码的校验位相符")
  void aCreditCodeIsTaken() {
    assertThat(CreditCode.of("91350100M000100Y43")).hasToString("91350100M000100Y43");
    assertThat(CreditCode.of(" 91350100m000100y43 ").text()).isEqualTo("91350100M000100Y43");
  }

  @Test
  @DisplayName("统一社会信用代码错一位或邻位互换即退回")
  void everyWrongPlaceOfACreditCodeIsSeen() {
    String right = "91350100M000100Y43";
    for (int place = 0; place < right.length(); place++) {
      StringBuilder wrong = new StringBuilder(right);
      wrong.setCharAt(place, right.charAt(place) == '7' ? '8' : '7');
      assertThatThrownBy(() -> CreditCode.of(wrong.toString()))
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("校验码不符");
      if (place > 0 && right.charAt(place) != right.charAt(place - 1)) {
        StringBuilder swapped = new StringBuilder(right);
        swapped.setCharAt(place, right.charAt(place - 1));
        swapped.setCharAt(place - 1, right.charAt(place));
        assertThatThrownBy(() -> CreditCode.of(swapped.toString())).isInstanceOf(Rejected.class);
      }
    }
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"91350100M000100Y4", "91350100M000100YI3", "91350100M000100Y433"})
  @DisplayName("位数不对或含不用字母的信用代码退回")
  void aCreditCodeOfTheWrongShapeIsRejected(String typed) {
    assertThatThrownBy(() -> CreditCode.of(typed))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("18 位");
  }

  @Test
  @DisplayName("车辆类型代码有中文名称，未列的代码照写")
  void aVehicleTypeHasAName() {
    assertThat(VehicleType.label("H11")).isEqualTo("重型普通货车");
    assertThat(VehicleType.label("H19")).isEqualTo("重型仓栅式货车");
    assertThat(VehicleType.label("H37")).isEqualTo("轻型自卸货车");
    assertThat(VehicleType.label("H54")).isEqualTo("自卸低速货车");
    assertThat(VehicleType.label("Q11")).isEqualTo("重型半挂牵引车");
    assertThat(VehicleType.label("Z51")).isEqualTo("重型非载货专项作业车");
    assertThat(VehicleType.label("B15")).isEqualTo("重型集装箱半挂车");
    assertThat(VehicleType.label("G16")).isEqualTo("重型自卸全挂车");
    assertThat(VehicleType.label("K33")).isEqualTo("小型轿车");
    assertThat(VehicleType.label("N11")).isEqualTo("三轮汽车");
    assertThat(VehicleType.label("H45")).isEqualTo("微型自卸货车");
    assertThat(VehicleType.label("H1Z")).isEqualTo("H1Z");
    assertThat(VehicleType.of(" h11 ").label()).isEqualTo("重型普通货车");
    assertThat(VehicleType.all().keySet()).allMatch(VehicleType::shaped);
  }

  @Test
  @DisplayName("重型货车、重型牵引车、重型专项作业车算重型货运，挂车随牵引车")
  void heavyGoodsVehiclesAreKnownByTheirCode() {
    assertThat(VehicleType.all().keySet())
        .filteredOn(VehicleType::heavyGoods)
        .allMatch(code -> code.startsWith("H1") || code.startsWith("Q1") || code.startsWith("Z5"))
        .contains("H11", "H1G", "Q11", "Q12", "Z51", "Z52")
        .doesNotContain("H21", "B11", "G11", "K11", "Z11");
    assertThat(VehicleType.heavyGoods(null)).isFalse();
    assertThat(VehicleType.of("H11").heavyGoods()).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"H1", "H111", "111", "重型货车", "HH1"})
  @DisplayName("不是三位代码的车辆类型退回")
  void aVehicleTypeOfTheWrongShapeIsRejected(String typed) {
    assertThatThrownBy(() -> VehicleType.of(typed))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("GA/T 16.4");
    assertThat(VehicleType.shaped(typed)).isFalse();
  }
}
