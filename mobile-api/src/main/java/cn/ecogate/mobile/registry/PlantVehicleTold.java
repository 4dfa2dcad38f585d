package cn.ecogate.mobile.registry;

import cn.ecogate.mobile.Query;
import cn.ecogate.registry.entity.PlantVehicle;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;

/**
 * A plant vehicle to be filed, or everything about one that is on file. Words by name or code.
 *
 * @param version only for a change: as it was read
 */
public record PlantVehicleTold(
    Long version,
    String code,
    String plate,
    String vin,
    boolean telematics,
    String listPhoto,
    String licencePhoto,
    String made,
    String model,
    String fuel,
    String stage,
    String engineNo,
    String owner,
    String service) {

  PlantVehicle card() {
    PlantVehicle card = new PlantVehicle();
    card.setCode(code);
    card.setPlate(plate);
    card.setVin(vin);
    card.setTelematics(telematics);
    card.setListPhoto(Query.blankToNull(listPhoto));
    card.setLicencePhoto(Query.blankToNull(licencePhoto));
    card.setMade(Told.day("made", made));
    card.setModel(model);
    card.setFuel(Told.coded("fuel", FuelType.values(), fuel));
    card.setStage(Told.coded("stage", EmissionStage.values(), stage));
    card.setEngineNo(engineNo);
    card.setOwner(owner);
    card.setService(Query.named("service", ServiceState.values(), service));
    return card;
  }
}
