package cn.ecogate.uplink.control;

import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.MachineKind;
import cn.ecogate.vocabulary.PlateColor;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a profile may take from a record of each kind, by the ledger text's own names: plain words,
 * times, photos, and words out of a closed list.
 */
final class RecordWord {

  enum Form {
    PLAIN,
    TIME,
    PHOTO,
    LISTED,
    REASONS
  }

  /** Names the record itself, the same at every try; every kind has it. */
  static final String KEY = "record-no";

  /** The platform's own number of the entrance that an exit belongs to. */
  static final String THROUGH = "through-id";

  private static final List<String> YES_NO = List.of("true", "false");
  private static final List<String> VERDICTS = List.of("ADMITTED", "REFUSED", "NEEDS_GUARD");

  private static final Map<String, List<String>> LISTS =
      Map.ofEntries(
          Map.entry("direction", codes(Direction.values())),
          Map.entry("color", codes(PlateColor.values())),
          Map.entry("plate-color", codes(PlateColor.values())),
          Map.entry("fuel", codes(FuelType.values())),
          Map.entry("stage", codes(EmissionStage.values())),
          Map.entry("source", List.of("CAMERA", "GUARD")),
          Map.entry("sighting", List.of("READ", "UNREAD", "NO_PLATE")),
          Map.entry("late", YES_NO),
          Map.entry("telematics", YES_NO),
          Map.entry("thing", List.of("VEHICLE", "MACHINE")),
          Map.entry("finding", List.of("EXCEEDS", "MEETS", "REPAIRED", "NOT_OURS")),
          Map.entry("kind", codes(MachineKind.values())),
          Map.entry("service", List.of("ACTIVE", "UNDER_REPAIR", "RETIRED")),
          Map.entry("act", List.of("strategy-received", "strategy-withdrawn")),
          Map.entry("outcome", VERDICTS),
          Map.entry("verdict", VERDICTS));

  private static final Map<RecordKind, Map<String, Form>> FORMS = new EnumMap<>(RecordKind.class);

  static {
    new Words(RecordKind.PASSAGE)
        .are(Form.PLAIN, "serial", "enterprise", "gate", "barrier", "lane", "camera", "event-key")
        .are(Form.PLAIN, "plate", "confidence", "vehicle-type", "use", "vin", "brand-model")
        .are(Form.PLAIN, "owner", "entered-by", "note", "settles", "raw-digest", "answers-digest")
        .are(Form.TIME, "seen-at", "device-at", "received-at")
        .are(Form.PHOTO, "scene-photo", "plate-photo")
        .are(Form.REASONS, "reasons", "reason-codes")
        .are(Form.LISTED, "color", "direction", "fuel", "late", "outcome", "sighting", "source")
        .are(Form.LISTED, "stage", "verdict")
        .are(Form.PLAIN, "cause", "words", "approved-by", "approval", "release")
        .are(Form.PLAIN, THROUGH)
        .are(Form.TIME, "promised-until")
        .are(Form.PHOTO, "release-photo");
    FORMS.put(RecordKind.RELEASE, FORMS.get(RecordKind.PASSAGE));
    new Words(RecordKind.LOAD)
        .are(Form.PLAIN, "enterprise", "passage", "lane", "gate", "place", "cargo", "tonnes")
        .are(Form.PLAIN, "gross-kg", "tare-kg", "net-kg", "entered-by");
    new Words(RecordKind.CORRECTION)
        .are(FORMS.get(RecordKind.PASSAGE))
        .are(Form.PLAIN, "passage", "changed", "correction-reason", "corrected-by")
        .are(Form.TIME, "entry-at");
    new Words(RecordKind.VEHICLE)
        .are(Form.PLAIN, "enterprise", "plate", "vehicle-type", "use", "vin", "brand-model")
        .are(Form.PLAIN, "registered", "engine-no", "owner", "stage-evidence", "valid-until")
        .are(Form.PLAIN, "service", "review")
        .are(Form.TIME, "at")
        .are(Form.PHOTO, "list-photo", "licence-photo")
        .are(Form.LISTED, "plate-color", "fuel", "stage", "telematics");
    new Words(RecordKind.PLANT_VEHICLE)
        .are(Form.PLAIN, "enterprise", "code", "plate", "vin", "made", "model", "engine-no")
        .are(Form.PLAIN, "owner")
        .are(Form.TIME, "at")
        .are(Form.PHOTO, "list-photo", "licence-photo")
        .are(Form.LISTED, "fuel", "stage", "telematics", "service");
    new Words(RecordKind.MACHINE)
        .are(Form.PLAIN, "enterprise", "code", "plate", "pin", "disclosure-no", "made", "model")
        .are(Form.PLAIN, "engine-model", "engine-maker", "engine-no", "owner", "tag")
        .are(Form.TIME, "at")
        .are(Form.PHOTO, "plate-photo", "engine-photo", "label-photo")
        .are(Form.LISTED, "kind", "fuel", "stage", "service");
    new Words(RecordKind.ENTERPRISE)
        .are(Form.PLAIN, "enterprise", "name", "credit-code", "industry", "grade", "address")
        .are(Form.PLAIN, "division", "person", "phone", "maintainer", "maintainer-phone")
        .are(Form.PLAIN, "gates", "barriers", "cameras");
    new Words(RecordKind.BARRIER)
        .are(Form.PLAIN, "enterprise", "gate", "gate-name", "address", "barrier", "lane", "name")
        .are(Form.PLAIN, "person", "phone", "maintainer", "maintainer-phone")
        .are(Form.LISTED, "direction");
    new Words(RecordKind.CAMERA)
        .are(Form.PLAIN, "enterprise", "gate", "barrier", "camera", "lane", "name", "driver")
        .are(Form.LISTED, "direction");
    new Words(RecordKind.CONFIRMATION)
        .are(Form.PLAIN, "enterprise", "confirmation", "listing", "source", "plate", "vin")
        .are(Form.PLAIN, "machine", "reason", "issued", "passage", "words", "checked-by")
        .are(Form.PLAIN, "verdict", "verified-by")
        .are(Form.TIME, "checked-at", "verified-at")
        .are(Form.PHOTO, "evidence")
        .are(Form.LISTED, "thing", "color", "fuel", "stage", "finding");
    new Words(RecordKind.STRATEGY_RECEIPT)
        .are(Form.PLAIN, "enterprise", "platform-number", "edition", "name", "measure")
        .are(Form.TIME, "at", "from", "until")
        .are(Form.LISTED, "act");
  }

  private RecordWord() {}

  static boolean known(RecordKind kind, String name) {
    return FORMS.get(kind).containsKey(name);
  }

  static Form form(RecordKind kind, String name) {
    return FORMS.get(kind).get(name);
  }

  static String all(RecordKind kind) {
    return String.join("、", FORMS.get(kind).keySet());
  }

  /** Every value the word can have, empty if it is open. */
  static List<String> values(String name) {
    return LISTS.getOrDefault(name, List.of());
  }

  private static List<String> codes(Coded[] values) {
    return Arrays.stream(values).map(Coded::code).toList();
  }

  /** The words of one kind, gathered. */
  private static final class Words {

    private final Map<String, Form> forms = new LinkedHashMap<>();

    Words(RecordKind kind) {
      forms.put(KEY, Form.PLAIN);
      FORMS.put(kind, forms);
    }

    Words are(Map<String, Form> others) {
      forms.putAll(others);
      return this;
    }

    Words are(Form form, String... names) {
      for (String name : names) {
        forms.put(name, form);
      }
      return this;
    }
  }
}
