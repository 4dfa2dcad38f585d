package cn.ecogate.demo.control;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.registry.entity.StageEvidence;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.entity.DemoListing;
import cn.ecogate.site.entity.DemoStrategy;
import cn.ecogate.site.entity.DemoVehicle;
import cn.ecogate.strategy.entity.ControlStrategy;
import java.time.Instant;
import java.util.List;

/** Turns what a site file says of its demo plant into what the registers take. */
public final class DemoFilings {

  private static final String SOURCE = "监管平台";

  private DemoFilings() {}

  public static Vehicle vehicle(DemoVehicle demo) {
    Vehicle vehicle = new Vehicle();
    vehicle.setPlate(demo.plate());
    vehicle.setPlateColor(demo.color());
    vehicle.setVehicleType(demo.type());
    vehicle.setUse(demo.use());
    vehicle.setVin(demo.vin());
    vehicle.setBrandModel(demo.brandModel());
    vehicle.setFuel(demo.fuel());
    vehicle.setStage(demo.stage());
    vehicle.setEvidence(StageEvidence.VIN_QUERY);
    vehicle.setTelematics(demo.telematics());
    vehicle.setRegistered(demo.registered().orElse(null));
    vehicle.setEngineNo(demo.engineNo());
    vehicle.setOwner(demo.owner());
    return vehicle;
  }

  public static Listing listing(DemoListing demo) {
    return new Listing(SOURCE, demo.reason(), demo.issued());
  }

  /** A strategy that names no beginning begins now. */
  public static ControlStrategy strategy(DemoStrategy demo, Instant now) {
    return new ControlStrategy(
        0,
        demo.name(),
        demo.alert(),
        demo.from().orElse(now),
        demo.until(),
        demo.measure(),
        List.of(new Restriction(demo.name(), demo.heavyOnly(), demo.fuels(), demo.worst())));
  }
}
