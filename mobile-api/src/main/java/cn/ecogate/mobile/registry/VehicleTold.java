package cn.ecogate.mobile.registry;

import cn.ecogate.mobile.Query;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.registry.entity.StageEvidence;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;

/**
 * A vehicle to be filed, or everything about one that is on file. Words by name or code.
 *
 * @param version only for a change: as it was read
 */
public record VehicleTold(
    Long version,
    String plate,
    String color,
    String type,
    String use,
    String vin,
    String brandModel,
    String fuel,
    String stage,
    boolean telematics,
    String registered,
    String engineNo,
    String owner,
    String evidence,
    String listPhoto,
    String licencePhoto,
    String validUntil,
    String service) {

  Vehicle vehicle() {
    Vehicle vehicle = new Vehicle();
    vehicle.setPlate(plate);
    vehicle.setPlateColor(Told.coded("color", PlateColor.values(), color));
    vehicle.setVehicleType(type);
    vehicle.setUse(use);
    vehicle.setVin(vin);
    vehicle.setBrandModel(brandModel);
    vehicle.setFuel(Told.coded("fuel", FuelType.values(), fuel));
    vehicle.setStage(Told.coded("stage", EmissionStage.values(), stage));
    vehicle.setTelematics(telematics);
    vehicle.setRegistered(Told.day("registered", registered));
    vehicle.setEngineNo(engineNo);
    vehicle.setOwner(owner);
    vehicle.setEvidence(Query.named("evidence", StageEvidence.values(), evidence));
    vehicle.setListPhoto(Query.blankToNull(listPhoto));
    vehicle.setLicencePhoto(Query.blankToNull(licencePhoto));
    vehicle.setValidUntil(Told.day("validUntil", validUntil));
    vehicle.setService(Query.named("service", ServiceState.values(), service));
    return vehicle;
  }
}
