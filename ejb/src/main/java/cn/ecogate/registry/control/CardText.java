package cn.ecogate.registry.control;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.registry.entity.Card;
import cn.ecogate.registry.entity.Machine;
import cn.ecogate.registry.entity.PlantVehicle;
import cn.ecogate.vocabulary.Coded;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A change of a card as the ledger keeps it: who, when, before, after. */
public final class CardText {

  private CardText() {}

  /** Every item of the card, in a fixed order; codes, not labels. */
  public static Map<String, Object> items(Card card) {
    Map<String, Object> items = new LinkedHashMap<>();
    items.put("code", card.getCode());
    items.put("plate", card.getPlate());
    if (card instanceof Machine machine) {
      items.put("kind", code(machine.getKind()));
      items.put("pin", machine.getPin());
      items.put("disclosure-no", machine.getDisclosureNo());
      items.put("tag", machine.getTag());
      items.put("engine-model", machine.getEngineModel());
      items.put("engine-maker", machine.getEngineMaker());
      items.put("plate-photo", machine.getPlatePhoto());
      items.put("engine-photo", machine.getEnginePhoto());
      items.put("label-photo", machine.getLabelPhoto());
    } else if (card instanceof PlantVehicle vehicle) {
      items.put("vin", vehicle.getVin());
      items.put("telematics", vehicle.isTelematics());
      items.put("list-photo", vehicle.getListPhoto());
      items.put("licence-photo", vehicle.getLicencePhoto());
    }
    items.put("made", card.getMade());
    items.put("model", card.getModel());
    items.put("fuel", code(card.getFuel()));
    items.put("stage", code(card.getStage()));
    items.put("engine-no", card.getEngineNo());
    items.put("owner", card.getOwner());
    items.put("service", card.getService().name());
    return items;
  }

  /**
   * The entry's text.
   *
   * @param before empty for a card that is filed for the first time
   */
  public static CanonicalText of(
      String act,
      String who,
      Instant at,
      Optional<Map<String, Object>> before,
      Map<String, Object> after) {
    return VehicleText.of(act, who, at, before, after);
  }

  private static String code(Coded word) {
    return word == null ? null : word.code();
  }
}
