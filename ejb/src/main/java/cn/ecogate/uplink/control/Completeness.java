package cn.ecogate.uplink.control;

import cn.ecogate.ledger.entity.RecordText;
import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Vin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which required items a record lacks (完整率, HJ 1321-2023 table C.3): there, and valid. The
 * vehicle's own items are required of a vehicle that was let in or out; one that was turned away
 * unknown has none.
 */
public final class Completeness {

  private static final List<String> ALWAYS =
      List.of(
          "serial",
          "enterprise",
          "gate",
          "barrier",
          "camera",
          "direction",
          "seen-at",
          "outcome",
          "scene-photo",
          "plate-photo");
  private static final List<String> OF_A_PLATE = List.of("plate", "color");
  private static final List<String> OF_A_VEHICLE =
      List.of("vehicle-type", "use", "vin", "brand-model", "fuel", "stage");
  private static final Map<RecordKind, List<String>> OF_OTHERS =
      Map.of(
          RecordKind.LOAD,
          List.of("cargo", "tonnes"),
          RecordKind.VEHICLE,
          List.of(
              "plate",
              "plate-color",
              "vehicle-type",
              "use",
              "vin",
              "brand-model",
              "fuel",
              "stage",
              "telematics",
              "registered",
              "engine-no",
              "owner"),
          RecordKind.PLANT_VEHICLE,
          List.of(
              "code", "vin", "made", "model", "fuel", "stage", "telematics", "engine-no", "owner"),
          RecordKind.MACHINE,
          List.of(
              "code",
              "made",
              "stage",
              "fuel",
              "kind",
              "pin",
              "model",
              "engine-model",
              "engine-maker",
              "engine-no",
              "plate-photo",
              "engine-photo",
              "label-photo",
              "owner"),
          RecordKind.ENTERPRISE,
          List.of(
              "name",
              "credit-code",
              "industry",
              "grade",
              "address",
              "division",
              "person",
              "phone",
              "maintainer",
              "maintainer-phone"));
  private static final Map<String, Predicate<String>> VALID =
      Map.of("plate", Completeness::isPlate, "vin", Completeness::isVin);

  private Completeness() {}

  /** Their names in the record's words, in its order; empty if it is complete. */
  public static List<String> missing(RecordKind kind, RecordText record) {
    return kind == RecordKind.PASSAGE
        ? missing(record)
        : lacking(record, OF_OTHERS.getOrDefault(kind, List.of()));
  }

  /** Of a passage. */
  public static List<String> missing(RecordText record) {
    List<String> required = new ArrayList<>(ALWAYS);
    if (record.value("sighting").filter("NO_PLATE"::equals).isEmpty()) {
      required.addAll(OF_A_PLATE);
    }
    if (record.value("outcome").filter("ADMITTED"::equals).isPresent()) {
      required.addAll(OF_A_VEHICLE);
    }
    return lacking(record, required);
  }

  private static List<String> lacking(RecordText record, List<String> required) {
    return required.stream()
        .filter(
            item -> record.value(item).filter(VALID.getOrDefault(item, value -> true)).isEmpty())
        .toList();
  }

  private static boolean isPlate(String text) {
    return PlateNumber.seen(text).filter(PlateNumber::wellShaped).isPresent();
  }

  private static boolean isVin(String text) {
    try {
      Vin.of(text);
      return true;
    } catch (Rejected malformed) {
      return false;
    }
  }
}
