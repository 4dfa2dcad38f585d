package cn.ecogate.mobile.registry;

import cn.ecogate.mobile.Word;
import cn.ecogate.registry.entity.Machine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A machine's card.
 *
 * @param version to be sent back with every change
 */
public record MachineItem(
    long id,
    long version,
    String code,
    String plate,
    Word kind,
    String pin,
    String disclosureNo,
    String tag,
    String engineModel,
    String engineMaker,
    String platePhoto,
    String enginePhoto,
    String labelPhoto,
    LocalDate made,
    String model,
    Word fuel,
    Word stage,
    String engineNo,
    String owner,
    Word service,
    Instant changedAt,
    List<String> oddities) {

  static MachineItem of(Machine card, List<String> oddities) {
    return new MachineItem(
        card.getId(),
        card.getVersion(),
        card.getCode(),
        card.getPlate(),
        Word.of(card.getKind()),
        card.getPin(),
        card.getDisclosureNo(),
        card.getTag(),
        card.getEngineModel(),
        card.getEngineMaker(),
        card.getPlatePhoto(),
        card.getEnginePhoto(),
        card.getLabelPhoto(),
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
