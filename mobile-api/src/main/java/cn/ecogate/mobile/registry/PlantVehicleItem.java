package cn.ecogate.mobile.registry;

import cn.ecogate.mobile.Word;
import cn.ecogate.registry.entity.PlantVehicle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A plant vehicle's card.
 *
 * @param version to be sent back with every change
 */
public record PlantVehicleItem(
    long id,
    long version,
    String code,
    String plate,
    String vin,
    boolean telematics,
    String listPhoto,
    String licencePhoto,
    LocalDate made,
    String model,
    Word fuel,
    Word stage,
    String engineNo,
    String owner,
    Word service,
    Instant changedAt,
    List<String> oddities) {

  static PlantVehicleItem of(PlantVehicle card, List<String> oddities) {
    return new PlantVehicleItem(
        card.getId(),
        card.getVersion(),
        card.getCode(),
        card.getPlate(),
        card.getVin(),
        card.isTelematics(),
        card.getListPhoto(),
        card.getLicencePhoto(),
        card.getMade(),
        card.getModel(),
        Word.of(card.getFuel()),
        Word.of(card.getStage()),
        card.getEngineNo(),
        card.getOwner(),
        Word.of(card.getService(), card.getService().label()),
        card.getChangedAt(),
        oddities);
  }
}
