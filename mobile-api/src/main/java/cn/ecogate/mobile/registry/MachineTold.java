package cn.ecogate.mobile.registry;

import cn.ecogate.mobile.Query;
import cn.ecogate.registry.entity.Machine;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.MachineKind;

/**
 * A machine to be filed, or everything about one that is on file. Words by name or code.
 *
 * @param version only for a change: as it was read
 */
public record MachineTold(
    Long version,
    String code,
    String plate,
    String kind,
    String pin,
    String disclosureNo,
    String tag,
    String engineModel,
    String engineMaker,
    String platePhoto,
    String enginePhoto,
    String labelPhoto,
    String made,
    String model,
    String fuel,
    String stage,
    String engineNo,
    String owner,
    String service) {

  Machine card() {
    Machine card = new Machine();
    card.setCode(code);
    card.setPlate(plate);
    card.setKind(Told.coded("kind", MachineKind.values(), kind));
    card.setPin(pin);
    card.setDisclosureNo(disclosureNo);
    card.setTag(tag);
    card.setEngineModel(engineModel);
    card.setEngineMaker(engineMaker);
    card.setPlatePhoto(Query.blankToNull(platePhoto));
    card.setEnginePhoto(Query.blankToNull(enginePhoto));
    card.setLabelPhoto(Query.blankToNull(labelPhoto));
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
