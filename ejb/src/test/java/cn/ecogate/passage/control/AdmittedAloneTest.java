package cn.ecogate.passage.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.admission.entity.Circumstances;
import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a camera may let through alone is what the gate itself would admit now. */
@DisplayName("摄像机白名单：只含此刻会被放行的号牌")
class AdmittedAloneTest {

  private static final BiFunction<PlateNumber, PlateColor, Optional<Listing>> ON_NO_LIST =
      (plate, color) -> Optional.empty();

  private static final Restriction UP_TO_CHINA_4 =
      new Restriction("橙色预警", true, Set.of(FuelType.DIESEL), EmissionStage.CHINA_4);

  @Test
  @DisplayName("国六备案车在单，无管控时")
  void filedVehicleThatWouldBeAdmittedIsOnTheList() {
    assertThat(plates(List.of(), ON_NO_LIST, truck("云A00006", EmissionStage.CHINA_6)))
        .containsExactly("云A00006");
  }

  @Test
  @DisplayName("橙色预警时，国四车下单，国六车留在单上")
  void strategyInForceTakesTheForbiddenOff() {
    assertThat(
            plates(
                List.of(UP_TO_CHINA_4),
                ON_NO_LIST,
                truck("云A00004", EmissionStage.CHINA_4),
                truck("云A00006", EmissionStage.CHINA_6)))
        .containsExactly("云A00006");
  }

  @Test
  @DisplayName("超标名单上的车不在单")
  void listedVehicleIsNotOnTheList() {
    Listing listing = new Listing("市局", "尾气超标", LocalDate.of(2026, 11, 1));

    assertThat(
            plates(
                List.of(),
                (plate, color) ->
                    plate.text().equals("云A00001") ? Optional.of(listing) : Optional.empty(),
                truck("云A00001", EmissionStage.CHINA_6),
                truck("云A00002", EmissionStage.CHINA_6)))
        .containsExactly("云A00002");
  }

  @Test
  @DisplayName("要问门卫的车（排放阶段不明）不在单：摄像机不会问")
  void vehicleThatNeedsAGuardIsNotOnTheList() {
    assertThat(plates(List.of(UP_TO_CHINA_4), ON_NO_LIST, truck("云A00009", EmissionStage.UNKNOWN)))
        .isEmpty();
  }

  @Test
  @DisplayName("同号不同色的两辆车，一辆不放行，号牌就不在单：白名单不分颜色")
  void plateOfTwoColoursNeedsBothAdmitted() {
    Vehicle blue = truck("云A00006", EmissionStage.CHINA_6);
    Vehicle yellow = truck("云A00006", EmissionStage.CHINA_4);
    yellow.setPlateColor(PlateColor.BLUE);

    assertThat(plates(List.of(UP_TO_CHINA_4), ON_NO_LIST, blue, yellow)).isEmpty();
  }

  @Test
  @DisplayName("到期日是明天结束：一天写一次，最多信两天")
  void listExpiresAtTheEndOfTomorrow() {
    Instant morning = Instant.parse("2026-11-21T00:30:00Z");
    Instant evening = Instant.parse("2026-11-21T15:59:59Z");

    assertThat(AdmittedAlone.until(morning)).isEqualTo(Instant.parse("2026-11-22T16:00:00Z"));
    assertThat(AdmittedAlone.until(evening)).isEqualTo(AdmittedAlone.until(morning));
  }

  private static Set<String> plates(
      List<Restriction> restrictions,
      BiFunction<PlateNumber, PlateColor, Optional<Listing>> listing,
      Vehicle... vehicles) {
    AdmittedAlone admitted =
        new AdmittedAlone(
            Direction.IN,
            restrictions,
            listing,
            Admission::decide,
            Instant.EPOCH,
            Circumstances.HISTORY);
    for (Vehicle vehicle : vehicles) {
      admitted.consider(vehicle);
    }
    return admitted.plates();
  }

  private static Vehicle truck(String plate, EmissionStage stage) {
    Vehicle vehicle = new Vehicle();
    vehicle.setPlate(plate);
    vehicle.setPlateColor(PlateColor.YELLOW);
    vehicle.setVehicleType("H11");
    vehicle.setUse("F");
    vehicle.setFuel(FuelType.DIESEL);
    vehicle.setStage(stage);
    return vehicle;
  }
}
