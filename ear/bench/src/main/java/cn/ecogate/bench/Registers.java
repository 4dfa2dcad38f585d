package cn.ecogate.bench;

import cn.ecogate.admission.entity.Circumstances;
import cn.ecogate.admission.entity.Crowd;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Lookalike;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.admission.entity.Standing;
import cn.ecogate.admission.entity.Whereabouts;
import cn.ecogate.strategy.boundary.StrategyShelf;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.VehicleGroup;
import cn.ecogate.vocabulary.VehicleUse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A large plant's registers in memory, the same in every run: who comes, and what is in force. */
final class Registers {

  private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");

  private static final List<String> TYPES =
      List.of("H11", "H19", "Q11", "Z51", "H21", "H31", "K33", "N11");

  private static final List<FuelType> FUELS =
      List.of(FuelType.DIESEL, FuelType.NATURAL_GAS, FuelType.PETROL, FuelType.ELECTRIC);

  private static final List<EmissionStage> STAGES =
      List.of(
          EmissionStage.CHINA_3,
          EmissionStage.CHINA_4,
          EmissionStage.CHINA_5,
          EmissionStage.CHINA_6,
          EmissionStage.ELECTRIC,
          EmissionStage.UNKNOWN);

  private final Random dice = new Random(1321);
  private final Map<PlateNumber, FiledVehicle> filed = new HashMap<>();
  private final Map<PlateNumber, Listing> listed = new HashMap<>();
  private final List<PlateNumber> coming = new ArrayList<>();
  private final StrategyShelf strategies;

  /** Every hundredth vehicle is on the exceeding list, every twentieth that comes is not filed. */
  Registers(int vehicles, int strategyCount) {
    for (int i = 0; i < vehicles; i++) {
      PlateNumber plate = new PlateNumber(String.format(Locale.ROOT, "云A%05d", i % 100_000));
      coming.add(plate);
      if (i % 20 != 0) {
        filed.put(plate, vehicle(i));
      }
      if (i % 100 == 1) {
        listed.put(plate, new Listing("监管平台", "尾气超标", LocalDate.of(2026, 11, 1)));
      }
    }
    List<ControlStrategy> all = new ArrayList<>();
    for (int i = 0; i < strategyCount; i++) {
      all.add(strategy(i));
    }
    strategies = new StrategyShelf(() -> all, System::nanoTime);
  }

  /** Somebody of the many. */
  PlateNumber next() {
    return coming.get(dice.nextInt(coming.size()));
  }

  /** Everything the rules ask of that vehicle, looked up as the gate looks it up. */
  Facts facts(PlateNumber plate, Direction direction) {
    Optional<FiledVehicle> vehicle = Optional.ofNullable(filed.get(plate));
    return new Facts(
        direction,
        Sighting.READ,
        Optional.of(plate),
        PlateColor.YELLOW,
        vehicle,
        Optional.ofNullable(listed.get(plate)),
        strategies.restrictions(NOW),
        vehicle.isPresent() ? List.of() : List.of(new Lookalike(plate, PlateColor.BLUE)),
        NOW,
        new Circumstances(
            true,
            Optional.empty(),
            Optional.of(
                direction == Direction.IN
                    ? Whereabouts.OUTSIDE
                    : new Whereabouts(Optional.of(NOW.minusSeconds(3600)), false)),
            List.of(new Crowd("厂内", 80, 120)),
            Optional.empty()));
  }

  /** The least anybody can do: look the vehicle up and compare its stage with the numbers. */
  int floor(PlateNumber plate, int[] worst) {
    FiledVehicle vehicle = filed.get(plate);
    if (vehicle == null || listed.get(plate) != null) {
      return 1;
    }
    int against = 0;
    for (int limit : worst) {
      if (vehicle.stage().ordinal() <= limit) {
        against++;
      }
    }
    return against;
  }

  private FiledVehicle vehicle(int i) {
    return new FiledVehicle(
        TYPES.get(i % TYPES.size()),
        VehicleUse.FREIGHT.code(),
        FUELS.get(i / 8 % FUELS.size()),
        STAGES.get(i / 32 % STAGES.size()),
        "车队" + i % 500,
        Optional.of(NOW.plus(Duration.ofDays(i % 400 - 10))),
        Standing.IN_FORCE);
  }

  /** Alerts of an hour from now on for every fifth, in force already for the others. */
  private static ControlStrategy strategy(int i) {
    Restriction restriction =
        new Restriction(
            "策略" + i,
            i % 3 == 0 ? Set.of() : Set.of(VehicleGroup.HEAVY_GOODS),
            i % 3 == 0 ? Set.of("H21", "H31") : Set.of(),
            Set.of(FUELS.get(i % FUELS.size())),
            i % 2 == 0 ? Set.of() : Set.of(VehicleUse.FREIGHT),
            i % 7 == 0 ? Set.of(Direction.IN, Direction.OUT) : Set.of(Direction.IN),
            STAGES.get(i % 3),
            i % 4 == 0 ? new Spared(Set.of("云A00077"), Set.of("车队" + i), "民生保障") : Spared.NOBODY);
    return new ControlStrategy(
        i + 1L,
        "策略" + i,
        AlertLevel.ORANGE,
        i % 5 == 0 ? NOW.plusSeconds(3600) : NOW.minusSeconds(3600),
        Optional.of(NOW.plusSeconds(86_400)),
        "限行",
        List.of(restriction));
  }
}
