package cn.ecogate.mobile.registry;

import cn.ecogate.mobile.Word;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.VehicleType;
import cn.ecogate.vocabulary.VehicleUse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A vehicle on file.
 *
 * @param version to be sent back with every change
 * @param oddities what is odd but allowed, as sentences; empty in lists
 */
public record FiledItem(
    long id,
    long version,
    String plate,
    Word color,
    Word type,
    Word use,
    String vin,
    String brandModel,
    Word fuel,
    Word stage,
    boolean telematics,
    LocalDate registered,
    String engineNo,
    String owner,
    Word evidence,
    String listPhoto,
    String licencePhoto,
    LocalDate validUntil,
    Word service,
    Word review,
    Instant temporaryUntil,
    String submittedBy,
    String returnedFor,
    Instant changedAt,
    List<String> oddities) {

  static FiledItem of(Vehicle vehicle, List<String> oddities) {
    return new FiledItem(
        vehicle.getId(),
        vehicle.getVersion(),
        vehicle.getPlate(),
        Word.of(vehicle.getPlateColor()),
        coded(vehicle.getVehicleType(), VehicleType.label(vehicle.getVehicleType())),
        VehicleUse.known(vehicle.getUse()).map(Word::of).orElse(null),
        vehicle.getVin(),
        vehicle.getBrandModel(),
        Word.of(vehicle.getFuel()),
        Word.of(vehicle.getStage()),
        vehicle.isTelematics(),
        vehicle.getRegistered(),
        vehicle.getEngineNo(),
        vehicle.getOwner(),
        vehicle.getEvidence() == null
            ? null
            : Word.of(vehicle.getEvidence(), vehicle.getEvidence().label()),
        vehicle.getListPhoto(),
        vehicle.getLicencePhoto(),
        vehicle.getValidUntil(),
        Word.of(vehicle.getService(), vehicle.getService().label()),
        Word.of(vehicle.getReview(), vehicle.getReview().label()),
        vehicle.getTemporaryUntil(),
        vehicle.getSubmittedBy(),
        vehicle.getReturnedFor(),
        vehicle.getChangedAt(),
        oddities);
  }

  private static Word coded(String code, String label) {
    return code == null ? null : new Word(code, code, label);
  }
}
