package cn.ecogate.uplink.control;

import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.ResponseLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a platform's row may say, by our own names, for each kind of what is sent down. */
final class ReceiptWord {

  private static final Map<ReceiptKind, List<String>> WORDS =
      Map.of(
          ReceiptKind.EXCEEDING,
              List.of("plate", "color", "vin", "fuel", "stage", "reason", "issued", "released"),
          ReceiptKind.STRATEGY,
              List.of(
                  "number",
                  "begins",
                  "ends",
                  "alert",
                  "response",
                  "measures",
                  "words",
                  "withdrawn"),
          ReceiptKind.VIOLATION,
              List.of(
                  "number",
                  "enterprise",
                  "plate",
                  "color",
                  "vin",
                  "in-at",
                  "out-at",
                  "reason",
                  "note"));

  /** Without these a row says nothing. */
  private static final Map<ReceiptKind, List<String>> NEEDED =
      Map.of(
          ReceiptKind.EXCEEDING, List.of("plate", "color"),
          ReceiptKind.STRATEGY, List.of("number", "begins"),
          ReceiptKind.VIOLATION, List.of("plate", "color"));

  private static final List<String> YES_NO = List.of("true", "false");

  private static final Map<String, List<String>> LISTS =
      Map.of(
          "color", codes(PlateColor.values()),
          "fuel", codes(FuelType.values()),
          "stage", codes(EmissionStage.values()),
          "alert", codes(AlertLevel.values()),
          "response", codes(ResponseLevel.values()),
          "measures", codes(KnownMeasure.values()),
          "released", YES_NO,
          "withdrawn", YES_NO);

  /** What may stand in the question. */
  static final Set<String> QUESTION = Set.of("enterprise", "now", "mark", "page");

  private ReceiptWord() {}

  static boolean known(ReceiptKind kind, String word) {
    return WORDS.get(kind).contains(word);
  }

  static String all(ReceiptKind kind) {
    return String.join("、", WORDS.get(kind));
  }

  static List<String> needed(ReceiptKind kind) {
    return NEEDED.get(kind);
  }

  /** Every value the word can have, empty if it is open. */
  static List<String> values(String word) {
    return LISTS.getOrDefault(word, List.of());
  }

  private static List<String> codes(Coded[] values) {
    return Arrays.stream(values).map(Coded::code).toList();
  }
}
