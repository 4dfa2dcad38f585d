package cn.ecogate.passage.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.passage.entity.NewCorrection;
import cn.ecogate.passage.entity.NewCorrection.From;
import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A passage's record may be put right, but not emptied, and never with another vehicle's items. */
class CorrectionRulesTest {

  private static final PassageItems RECORDED =
      items("云A12345", PlateColor.YELLOW, Direction.IN, EmissionStage.CHINA_6);

  @Test
  @DisplayName("号牌改变：原车的信息一项不留，取新号牌的备案；没有备案就是空的")
  void anotherPlateIsAnotherVehicle() {
    PassageItems wanted = items("云A54321", PlateColor.YELLOW, Direction.IN, EmissionStage.CHINA_6);
    PassageItems filed = corrected(wanted, From.PLATE, Optional.of(vehicle()));
    assertThat(filed.stage()).isEqualTo(EmissionStage.CHINA_4);
    assertThat(filed.owner()).isEqualTo("昆明金马");
    PassageItems unfiled = corrected(wanted, From.PLATE, Optional.empty());
    assertThat(unfiled)
        .isEqualTo(
            new PassageItems(
                "云A54321",
                PlateColor.YELLOW,
                Direction.IN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
  }

  @Test
  @DisplayName("只改方向：车辆信息不动，哪怕备案后来变过")
  void theSameVehicleStays() {
    PassageItems wanted = items("云A12345", PlateColor.YELLOW, Direction.OUT, null);
    PassageItems corrected = corrected(wanted, From.PLATE, Optional.of(vehicle()));
    assertThat(corrected.direction()).isEqualTo(Direction.OUT);
    assertThat(corrected.stage()).isEqualTo(EmissionStage.CHINA_6);
    assertThat(CorrectionText.changed(RECORDED, corrected))
        .containsOnly(java.util.Map.entry("direction", "1"));
  }

  @Test
  @DisplayName("按所填：每项照填，空的就是没有；VIN 形状不对指明字段")
  void typedItemsAreTaken() {
    PassageItems wanted = items("云A12345", PlateColor.YELLOW, Direction.IN, EmissionStage.CHINA_5);
    assertThat(corrected(wanted, From.TYPED, Optional.empty()).stage())
        .isEqualTo(EmissionStage.CHINA_5);
    PassageItems odd =
        new PassageItems(
            "云A12345",
            PlateColor.YELLOW,
            Direction.IN,
            null,
            "H11",
            "F",
            "LZZ",
            null,
            null,
            null,
            null);
    assertRefused("vin", odd, From.TYPED);
  }

  @Test
  @DisplayName("去掉号牌、没有颜色、没有方向、什么都没改、没有备案可取：一句话说清，指明字段")
  void whatCannotBe() {
    assertRefused("plate", items(" ", PlateColor.YELLOW, Direction.IN, null), From.PLATE);
    assertRefused("plate", items("云A1", PlateColor.YELLOW, Direction.IN, null), From.PLATE);
    assertRefused("color", items("云A12345", null, Direction.IN, null), From.PLATE);
    assertRefused("direction", items("云A12345", PlateColor.YELLOW, null, null), From.PLATE);
    assertRefused("", RECORDED, From.PLATE);
    assertRefused("from", RECORDED, From.FILING);
  }

  private static void assertRefused(String field, PassageItems wanted, From from) {
    assertThatThrownBy(() -> corrected(wanted, from, Optional.empty()))
        .isInstanceOfSatisfying(Rejected.class, why -> assertThat(why.field()).isEqualTo(field));
  }

  private static PassageItems corrected(PassageItems wanted, From from, Optional<Vehicle> filed) {
    PassageItems named = CorrectionRules.named(wanted, RECORDED);
    return CorrectionRules.whole(
        named, new NewCorrection(1, 0, wanted, from, "照片为证"), RECORDED, filed);
  }

  private static Vehicle vehicle() {
    Vehicle vehicle = new Vehicle();
    vehicle.setStage(EmissionStage.CHINA_4);
    vehicle.setOwner("昆明金马");
    return vehicle;
  }

  private static PassageItems items(
      String plate, PlateColor color, Direction direction, EmissionStage stage) {
    return new PassageItems(
        plate, color, direction, 3L, "H11", "F", null, "解放", FuelType.DIESEL, stage, "甲运输");
  }
}
