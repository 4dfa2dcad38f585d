package cn.ecogate.uplink.control;

import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a profile may take from a passage's ledger text, by the text's own names: plain words,
 * times, photos, and words out of a closed list.
 */
final class PassageWord {

  enum Kind {
    PLAIN,
    TIME,
    PHOTO,
    LISTED,
    REASONS
  }

  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "direction", codes(Direction.values()),
          "color", codes(PlateColor.values()),
          "fuel", codes(FuelType.values()),
          "stage", codes(EmissionStage.values()),
          "source", List.of("CAMERA", "GUARD"),
          "sighting", List.of("READ", "UNREAD", "NO_PLATE"),
          "late", List.of("true", "false"),
          "outcome", List.of("ADMITTED", "REFUSED", "NEEDS_GUARD"),
          "verdict", List.of("ADMITTED", "REFUSED", "NEEDS_GUARD"));

  static {
    Stream.of("serial", "enterprise", "gate", "barrier", "lane", "camera", "event-key", "plate")
        .forEach(name -> KINDS.put(name, Kind.PLAIN));
    Stream.of("confidence", "vehicle-type", "use", "vin", "brand-model", "owner", "entered-by")
        .forEach(name -> KINDS.put(name, Kind.PLAIN));
    Stream.of("note", "settles", "raw-digest", "answers-digest")
        .forEach(name -> KINDS.put(name, Kind.PLAIN));
    Stream.of("cause", "words", "approved-by", "approval", "release")
        .forEach(name -> KINDS.put(name, Kind.PLAIN));
    Stream.of("promised-until").forEach(name -> KINDS.put(name, Kind.TIME));
    Stream.of("release-photo").forEach(name -> KINDS.put(name, Kind.PHOTO));
    Stream.of("seen-at", "device-at", "received-at").forEach(name -> KINDS.put(name, Kind.TIME));
    Stream.of("scene-photo", "plate-photo").forEach(name -> KINDS.put(name, Kind.PHOTO));
    Stream.of("reasons", "reason-codes").forEach(name -> KINDS.put(name, Kind.REASONS));
    LISTS.keySet().stream().sorted().forEach(name -> KINDS.put(name, Kind.LISTED));
  }

  private PassageWord() {}

  static boolean known(String name) {
    return KINDS.containsKey(name);
  }

  static Kind kind(String name) {
    return KINDS.get(name);
  }

  static String all() {
    return String.join("、", KINDS.keySet());
  }

  /** Every value the word can have, empty if it is open. */
  static List<String> values(String name) {
    return LISTS.getOrDefault(name, List.of());
  }

  private static List<String> codes(Coded[] values) {
    return Arrays.stream(values).map(Coded::code).toList();
  }
}
