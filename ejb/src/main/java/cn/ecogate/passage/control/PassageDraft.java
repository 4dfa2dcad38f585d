package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Lookalike;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.admission.entity.Standing;
import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.registry.entity.ReviewState;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts arrival, vehicle and decision together into the passage that is to be written. */
public final class PassageDraft {

  /** The plant's calendar: a filing's last day is a Chinese one. */
  private static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");

  private PassageDraft() {}

  /**
   * The vehicle's items are copied as they were, so that a later change of its filing changes no
   * record.
   */
  public static Passage of(
      Arrival arrival,
      Optional<Vehicle> vehicle,
      PhotoDigests photos,
      Decision decision,
      Instant recordedAt) {
    Passage passage = new Passage();
    where(passage, arrival.lane());
    passage.setSerialNo(SerialNumber.of(arrival.lane(), arrival.seenAt(), arrival.eventKey()));
    passage.setSource(arrival.source());
    passage.setCameraId(arrival.lane().camera().id());
    passage.setEventKey(arrival.eventKey());
    passage.setSighting(arrival.sighting());
    passage.setPlate(arrival.plate().map(PlateNumber::text).orElse(null));
    passage.setPlateColor(arrival.plate().isPresent() ? arrival.color() : null);
    passage.setConfidence(arrival.confidence());
    passage.setSeenAt(arrival.seenAt());
    passage.setDeviceAt(arrival.deviceAt().orElse(null));
    passage.setReceivedAt(arrival.receivedAt());
    passage.setRecordedAt(recordedAt);
    passage.setLate(arrival.late());
    passage.setRawDigest(arrival.rawDigest().orElse(null));
    passage.setEnteredBy(arrival.enteredBy().orElse(null));
    passage.setNote(arrival.note().orElse(null));
    passage.setScenePhoto(photos.scene().orElse(null));
    passage.setPlatePhoto(photos.plateCut().orElse(null));
    vehicle.ifPresent(filed -> copy(passage, filed));
    decided(passage, decision);
    return passage;
  }

  public static FiledVehicle filed(Vehicle vehicle) {
    return new FiledVehicle(
        vehicle.getVehicleType(),
        vehicle.getUse(),
        vehicle.getFuel(),
        vehicle.getStage(),
        vehicle.getOwner(),
        endsAt(vehicle),
        standing(vehicle));
  }

  /** Vehicles on file that may be the one that was misread. */
  public static List<Lookalike> lookalikes(List<Vehicle> alike) {
    return alike.stream()
        .map(each -> new Lookalike(new PlateNumber(each.getPlate()), each.getPlateColor()))
        .toList();
  }

  private static Optional<Instant> endsAt(Vehicle vehicle) {
    return Stream.concat(
            Stream.ofNullable(vehicle.getTemporaryUntil()),
            Stream.ofNullable(vehicle.getValidUntil())
                .map(last -> last.plusDays(1).atStartOfDay(PLANT_ZONE).toInstant()))
        .min(Comparator.naturalOrder());
  }

  private static Standing standing(Vehicle vehicle) {
    if (vehicle.getService() == ServiceState.RETIRED) {
      return Standing.RETIRED;
    }
    if (vehicle.getTemporaryUntil() != null) {
      return Standing.TEMPORARY;
    }
    if (vehicle.getReview() != ReviewState.IN_FORCE) {
      return Standing.AWAITING_REVIEW;
    }
    return vehicle.getService() == ServiceState.UNDER_REPAIR
        ? Standing.UNDER_REPAIR
        : Standing.IN_FORCE;
  }

  /** Every reason of a verdict, none if it admits. */
  public static List<Reason> reasons(Verdict verdict) {
    return verdict.match(
        admitted -> List.of(), refused -> refused.reasons(), needsGuard -> needsGuard.why());
  }

  /**
   * True for a sighting whose plate somebody has to enter, and for a vehicle the rules asked about
   * that is entered again because somebody has filed it meanwhile.
   */
  public static boolean awaitsEntry(Passage passage, Optional<PlateNumber> entered) {
    boolean unread =
        passage.getSource() == Passage.Source.CAMERA && passage.getSighting() != Sighting.READ;
    return unread
        || passage.getOutcome() == Passage.Outcome.NEEDS_GUARD
            && entered.filter(plate -> plate.text().equals(passage.getPlate())).isPresent();
  }

  private static void where(Passage passage, Lane lane) {
    passage.setLaneId(lane.id());
    passage.setGateNo(lane.gateNo());
    passage.setBarrierNo(lane.barrierNo());
    passage.setDirection(lane.direction());
  }

  private static void copy(Passage passage, Vehicle vehicle) {
    passage.setVehicleId(vehicle.getId());
    passage.setVehicleType(vehicle.getVehicleType());
    passage.setVehicleUse(vehicle.getUse());
    passage.setVin(vehicle.getVin());
    passage.setBrandModel(vehicle.getBrandModel());
    passage.setFuel(vehicle.getFuel());
    passage.setStage(vehicle.getStage());
    passage.setOwner(vehicle.getOwner());
  }

  private static void decided(Passage passage, Decision decision) {
    Verdict verdict = decision.verdict();
    passage.setOutcome(
        verdict.match(
            admitted -> Passage.Outcome.ADMITTED,
            refused -> Passage.Outcome.REFUSED,
            needsGuard -> Passage.Outcome.NEEDS_GUARD));
    passage.setReasonCodes(
        Stream.concat(reasons(verdict).stream(), decision.notes().stream())
            .map(reason -> reason.code().name())
            .distinct()
            .collect(Collectors.joining(",")));
    passage.setAnswers(AnswerScript.write(decision.answers()));
  }
}
