package cn.ecogate.passage.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.admission.entity.Standing;
import cn.ecogate.passage.entity.Rehearsal;
import cn.ecogate.passage.entity.Rehearsal.ByStage;
import cn.ecogate.passage.entity.Rehearsal.Caught;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.DailyHours;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.ResponseLevel;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("拿过去的通行试算一条策略")
class RehearsingTest {

  /** 18:00 on the plant's clocks. */
  private static final Instant EVENING = Instant.parse("2026-11-27T10:00:00Z");

  private static final FiledVehicle CHINA_4_TRUCK = truck("F", EmissionStage.CHINA_4, "安宁货运");

  @Test
  @DisplayName("国四柴油重卡进厂会被禁行；国六、出厂、应急车辆不会")
  void itDecidesAsTheGateWould() {
    Rehearsal rehearsal =
        rehearse(
            strategy(KnownMeasure.CHINA_4_HEAVY.restrictions()),
            in("云A00001", CHINA_4_TRUCK),
            in("云A00001", CHINA_4_TRUCK),
            out("云A00001", CHINA_4_TRUCK),
            in("云A00002", truck("F", EmissionStage.CHINA_6, "安宁货运")),
            in("云A00003", truck("I", EmissionStage.CHINA_3, "消防")),
            in("云A00004", truck("F", EmissionStage.CHINA_3, "官渡货运")));
    assertThat(rehearsal.passages()).isEqualTo(6);
    assertThat(rehearsal.refused()).isEqualTo(3);
    assertThat(rehearsal.vehicleCount()).isEqualTo(2);
    assertThat(rehearsal.stages())
        .containsExactly(
            new ByStage(EmissionStage.CHINA_4, FuelType.DIESEL, 2, 1),
            new ByStage(EmissionStage.CHINA_3, FuelType.DIESEL, 1, 1));
    assertThat(rehearsal.vehicles())
        .extracting(Caught::plate, Caught::passages)
        .containsExactly(tuple("云A00001", 2L), tuple("云A00004", 1L));
  }

  @Test
  @DisplayName("当时已被禁行的另计；排放阶段不明的车算作请值守处理")
  void whatWasRefusedThenAndWhatAGuardWouldSee() {
    Rehearsal rehearsal =
        rehearse(
            strategy(KnownMeasure.CHINA_4_HEAVY.restrictions()),
            passage("云A00001", Direction.IN, Optional.of(CHINA_4_TRUCK), true, EVENING, false),
            in("云A00002", truck("F", EmissionStage.UNKNOWN, "")),
            passage("云A00003", Direction.IN, Optional.empty(), false, EVENING, false));
    assertThat(rehearsal.refused()).isEqualTo(1);
    assertThat(rehearsal.already()).isEqualTo(1);
    assertThat(rehearsal.asked()).isEqualTo(1);
  }

  @Test
  @DisplayName("停止公路运输时，未备案的车由值守核实")
  void whenTransportStopsAnUnknownVehicleIsAQuestion() {
    Rehearsal rehearsal =
        rehearse(
            strategy(KnownMeasure.TRANSPORT_STOPPED.restrictions()),
            in("云A00002", truck("F", EmissionStage.CHINA_6, "")),
            passage("云A00003", Direction.IN, Optional.empty(), false, EVENING, false));
    assertThat(rehearsal.refused()).isEqualTo(1);
    assertThat(rehearsal.asked()).isEqualTo(1);
  }

  @Test
  @DisplayName("例外车辆和车队不算；时段之外不算")
  void whomItSparesAndWhenItRests() {
    Spared spared = new Spared(Set.of("云A00001"), Set.of("菜篮子车队"), "民生保障");
    ControlStrategy night =
        strategy(
            KnownMeasure.CHINA_4_HEAVY.restrictions(),
            spared,
            Optional.of(new DailyHours(LocalTime.of(18, 0), LocalTime.of(6, 0))));
    Rehearsal rehearsal =
        rehearse(
            night,
            in("云A00001", CHINA_4_TRUCK),
            in("云A00002", truck("F", EmissionStage.CHINA_4, "菜篮子车队")),
            in("云A00003", CHINA_4_TRUCK),
            passage(
                "云A00003",
                Direction.IN,
                Optional.of(CHINA_4_TRUCK),
                false,
                EVENING.minusMillis(1),
                false));
    assertThat(rehearsal.refused()).isEqualTo(1);
    assertThat(rehearsal.passages()).isEqualTo(4);
  }

  @Test
  @DisplayName("相机未识别、由值守录入号牌的那辆车只算一次")
  void aVehicleTypedInForAnUnreadPlateIsOnePassage() {
    Rehearsal rehearsal =
        rehearse(
            strategy(KnownMeasure.CHINA_4_HEAVY.restrictions()),
            passage("云A00001", Direction.IN, Optional.of(CHINA_4_TRUCK), false, EVENING, true),
            new PastPassage(
                EVENING,
                Direction.IN,
                Sighting.UNREAD,
                Optional.empty(),
                PlateColor.OTHER,
                Optional.empty(),
                false,
                false));
    assertThat(rehearsal.passages()).isEqualTo(1);
    assertThat(rehearsal.refused()).isEqualTo(1);
  }

  private static Rehearsal rehearse(ControlStrategy strategy, PastPassage... passages) {
    Rehearsing rehearsing = new Rehearsing(strategy, Admission::decide);
    List.of(passages).forEach(rehearsing::add);
    return rehearsing.result(EVENING, true, 20);
  }

  private static PastPassage in(String plate, FiledVehicle vehicle) {
    return passage(plate, Direction.IN, Optional.of(vehicle), false, EVENING, false);
  }

  private static PastPassage out(String plate, FiledVehicle vehicle) {
    return passage(plate, Direction.OUT, Optional.of(vehicle), false, EVENING, false);
  }

  private static PastPassage passage(
      String plate,
      Direction direction,
      Optional<FiledVehicle> vehicle,
      boolean refused,
      Instant at,
      boolean settling) {
    return new PastPassage(
        at,
        direction,
        Sighting.READ,
        Optional.of(new PlateNumber(plate)),
        PlateColor.YELLOW,
        vehicle,
        refused,
        settling);
  }

  private static FiledVehicle truck(String use, EmissionStage stage, String owner) {
    return new FiledVehicle(
        "H11", use, FuelType.DIESEL, stage, owner, Optional.empty(), Standing.IN_FORCE);
  }

  private static ControlStrategy strategy(List<Restriction> rules) {
    return strategy(rules, Spared.NOBODY, Optional.empty());
  }

  private static ControlStrategy strategy(
      List<Restriction> rules, Spared spared, Optional<DailyHours> hours) {
    return new ControlStrategy(
        0,
        0,
        "试算",
        AlertLevel.ORANGE,
        ResponseLevel.SECOND,
        EVENING,
        Optional.empty(),
        hours,
        "措施",
        rules,
        spared,
        Optional.empty());
  }
}
