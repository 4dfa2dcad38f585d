package cn.ecogate.admission;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.admission.entity.Circumstances;
import cn.ecogate.admission.entity.Closure;
import cn.ecogate.admission.entity.Crowd;
import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Lookalike;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.admission.entity.Standing;
import cn.ecogate.admission.entity.Whereabouts;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.VehicleUse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A vehicle at the barrier, told in sentences; decided by the production rules. */
final class Truck {

  static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");

  private Direction direction = Direction.IN;
  private Sighting sighting = Sighting.READ;
  private String plate = "云A12345";
  private boolean filed = true;
  private String type = "H11";
  private String use = VehicleUse.FREIGHT.code();
  private FuelType fuel = FuelType.DIESEL;
  private EmissionStage stage = EmissionStage.CHINA_6;
  private String owner = "云运物流";
  private Instant endsAt;
  private Standing standing = Standing.IN_FORCE;
  private final List<Lookalike> lookalikes = new ArrayList<>();
  private Listing listing;
  private final List<Restriction> restrictions = new ArrayList<>();
  private boolean live = true;
  private Closure closure;
  private Whereabouts whereabouts;
  private final List<Crowd> crowds = new ArrayList<>();
  private String machine;

  /** A filed 国六 diesel lorry that drives in, its plate read, no strategy in force. */
  static Truck aTruck() {
    return new Truck();
  }

  Truck ofStage(EmissionStage stage) {
    this.stage = stage;
    return this;
  }

  Truck burning(FuelType fuel) {
    this.fuel = fuel;
    return this;
  }

  Truck ofType(String type) {
    this.type = type;
    return this;
  }

  Truck usedFor(VehicleUse use) {
    this.use = use.code();
    return this;
  }

  Truck notFiled() {
    filed = false;
    return this;
  }

  Truck ofFleet(String fleet) {
    owner = fleet;
    return this;
  }

  Truck filedUntil(Instant end) {
    endsAt = end;
    return this;
  }

  Truck standing(Standing asFiled) {
    standing = asFiled;
    return this;
  }

  Truck besideTheFiled(String otherPlate, PlateColor color) {
    lookalikes.add(new Lookalike(new PlateNumber(otherPlate), color));
    return this;
  }

  Truck drivingOut() {
    direction = Direction.OUT;
    return this;
  }

  Truck withUnreadPlate() {
    sighting = Sighting.UNREAD;
    return notFiled();
  }

  Truck withoutPlate() {
    sighting = Sighting.NO_PLATE;
    return notFiled();
  }

  Truck onTheExceedingList() {
    listing = new Listing("监管平台", "尾气超标", LocalDate.of(2026, 11, 1));
    return this;
  }

  /** The strategy that refuses what is below that stage, heavy diesel and gas vehicles only. */
  Truck underFloor(EmissionStage floor) {
    EmissionStage worst = EmissionStage.values()[floor.ordinal() - 1];
    return under(
        new Restriction("橙色预警管控", true, Set.of(FuelType.DIESEL, FuelType.NATURAL_GAS), worst));
  }

  Truck whileTransportIsStopped() {
    return under(new Restriction("红色预警停运", false, Set.of(), EmissionStage.ELECTRIC));
  }

  Truck under(Restriction restriction) {
    restrictions.add(restriction);
    return this;
  }

  Truck under(List<Restriction> all) {
    restrictions.addAll(all);
    return this;
  }

  Truck toldAfterwards() {
    live = false;
    return this;
  }

  Truck atALaneClosedFor(String reason) {
    closure = new Closure(reason, NOW.minusSeconds(3600));
    return this;
  }

  /** It came in by this lane then, and nobody saw it leave. */
  Truck insideByThisLaneSince(Instant since) {
    whereabouts = new Whereabouts(Optional.of(since), true);
    return this;
  }

  /** The same by another lane. */
  Truck insideByAnotherLaneSince(Instant since) {
    whereabouts = new Whereabouts(Optional.of(since), false);
    return this;
  }

  Truck nobodyHasSeenComeIn() {
    whereabouts = Whereabouts.OUTSIDE;
    return this;
  }

  Truck whileInside(int inside, int most) {
    crowds.add(new Crowd("厂内", inside, most));
    return this;
  }

  Truck wearingThePlateOf(String machineOnFile) {
    machine = machineOnFile;
    return notFiled();
  }

  Facts facts() {
    return new Facts(
        direction,
        sighting,
        sighting == Sighting.READ ? Optional.of(new PlateNumber(plate)) : Optional.empty(),
        PlateColor.YELLOW,
        filed
            ? Optional.of(
                new FiledVehicle(
                    type, use, fuel, stage, owner, Optional.ofNullable(endsAt), standing))
            : Optional.empty(),
        Optional.ofNullable(listing),
        restrictions,
        lookalikes,
        NOW,
        live
            ? new Circumstances(
                true,
                Optional.ofNullable(closure),
                Optional.ofNullable(whereabouts),
                crowds,
                Optional.ofNullable(machine))
            : Circumstances.HISTORY);
  }

  /** The verdict's kind and its reasons' codes, in order. */
  record Said(String kind, List<Reason.Code> codes) {}

  static Said decide(Truck truck) {
    return said(Admission.decide(truck.facts()));
  }

  static Said said(Decision decision) {
    return decision
        .verdict()
        .match(
            admitted -> new Said("admitted", List.of()),
            refused -> new Said("refused", codes(refused.reasons())),
            guard -> new Said("needs guard", codes(guard.why())));
  }

  static Said admitted() {
    return new Said("admitted", List.of());
  }

  static Said refused(Reason.Code... codes) {
    return new Said("refused", List.of(codes));
  }

  static Said needsGuard(Reason.Code... codes) {
    return new Said("needs guard", List.of(codes));
  }

  static RuleAnswer answer(Truck truck, String rule) {
    return Admission.decide(truck.facts()).answers().stream()
        .filter(answer -> answer.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static List<Reason.Code> codes(List<Reason> reasons) {
    return reasons.stream().map(Reason::code).toList();
  }
}
