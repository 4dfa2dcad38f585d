package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.passage.entity.Rehearsal;
import cn.ecogate.passage.entity.Rehearsal.ByStage;
import cn.ecogate.passage.entity.Rehearsal.Caught;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides past passages once more as if only that strategy had been in force, by the gate's own
 * rules. Vehicles of one kind are decided once: a truck that came forty times costs one decision.
 */
public final class Rehearsing {

  private static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");

  /** A guard would have been asked because of the strategy, not because of a plate or a filing. */
  private static final Set<Reason.Code> ASKED_BY_STRATEGY =
      Set.of(Reason.Code.STAGE_UNKNOWN, Reason.Code.TRANSPORT_STOPPED);

  private final ControlStrategy strategy;
  private final Function<Facts, Decision> rules;
  private final Map<Kind, Answer> answers = new HashMap<>();
  private final Map<Stage, Tally> stages = new HashMap<>();
  private final Map<Plate, Vehicle> vehicles = new LinkedHashMap<>();
  private long passages;
  private long refused;
  private long already;
  private long asked;

  private enum Answer {
    REFUSED,
    ASKED,
    FREE
  }

  private record Kind(
      Direction direction,
      Sighting sighting,
      Optional<PlateNumber> plate,
      PlateColor color,
      Optional<FiledVehicle> vehicle) {}

  private record Plate(Optional<PlateNumber> number, PlateColor color) {}

  private record Stage(EmissionStage stage, FuelType fuel) {}

  private static final class Tally {
    private long passages;
    private final Set<Plate> plates = new HashSet<>();
  }

  private static final class Vehicle {
    private final FiledVehicle filed;
    private long passages;

    Vehicle(FiledVehicle filed) {
      this.filed = filed;
    }
  }

  /**
   * @param rules the gate's own
   */
  public Rehearsing(ControlStrategy strategy, Function<Facts, Decision> rules) {
    this.strategy = strategy;
    this.rules = rules;
  }

  /** The next passage; newest first, so that a vehicle is shown as it was filed last. */
  public void add(PastPassage passage) {
    // The sighting it settles was counted or will be.
    passages += passage.settling() ? 0 : 1;
    if (!within(passage.at())) {
      return;
    }
    Kind kind =
        new Kind(
            passage.direction(),
            passage.sighting(),
            passage.plate(),
            passage.color(),
            passage.vehicle());
    Answer answer = answers.computeIfAbsent(kind, asking -> decide(asking, passage.at()));
    if (answer == Answer.ASKED) {
      asked++;
    } else if (answer == Answer.REFUSED) {
      refuse(passage);
    }
  }

  private void refuse(PastPassage passage) {
    refused++;
    already += passage.refused() ? 1 : 0;
    FiledVehicle filed = passage.vehicle().orElseThrow();
    Plate plate = new Plate(passage.plate(), passage.color());
    Tally tally =
        stages.computeIfAbsent(new Stage(filed.stage(), filed.fuel()), none -> new Tally());
    tally.passages++;
    tally.plates.add(plate);
    vehicles.computeIfAbsent(plate, none -> new Vehicle(filed)).passages++;
  }

  /**
   * @param most how many vehicles are named
   */
  public Rehearsal result(Instant from, boolean whole, int most) {
    return new Rehearsal(
        from,
        whole,
        passages,
        refused,
        already,
        asked,
        stages.entrySet().stream()
            .map(
                each ->
                    new ByStage(
                        each.getKey().stage(),
                        each.getKey().fuel(),
                        each.getValue().passages,
                        each.getValue().plates.size()))
            .sorted(
                Comparator.comparingLong(ByStage::passages)
                    .reversed()
                    .thenComparing(ByStage::stage)
                    .thenComparing(ByStage::fuel))
            .toList(),
        vehicles.size(),
        vehicles.entrySet().stream()
            .map(each -> caught(each.getKey(), each.getValue()))
            .sorted(
                Comparator.comparingLong(Caught::passages).reversed().thenComparing(Caught::plate))
            .limit(most)
            .toList());
  }

  private static Caught caught(Plate plate, Vehicle vehicle) {
    return new Caught(
        plate.number().map(PlateNumber::text).orElse(""),
        plate.color(),
        vehicle.filed.type(),
        vehicle.filed.fuel(),
        vehicle.filed.stage(),
        vehicle.filed.owner(),
        vehicle.passages);
  }

  private boolean within(Instant at) {
    return strategy
        .hours()
        .map(hours -> hours.has(LocalTime.ofInstant(at, PLANT_ZONE)))
        .orElse(true);
  }

  private Answer decide(Kind kind, Instant at) {
    Facts facts =
        new Facts(
            kind.direction(),
            kind.sighting(),
            kind.plate(),
            kind.color(),
            kind.vehicle(),
            Optional.empty(),
            strategy.restrictions(),
            List.of(),
            at);
    return rules
        .apply(facts)
        .verdict()
        .match(
            admitted -> Answer.FREE,
            refused -> Answer.REFUSED,
            needsGuard ->
                needsGuard.why().stream().map(Reason::code).anyMatch(ASKED_BY_STRATEGY::contains)
                    ? Answer.ASKED
                    : Answer.FREE);
  }
}
