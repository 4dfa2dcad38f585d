package cn.ecogate.mobile.passage;

import cn.ecogate.passage.entity.Correction;
import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.passage.entity.PassageStory.Corrected;
import cn.ecogate.vocabulary.Coded;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a passage's record was corrected: who, when, why, and each changed item before and after. */
public record CorrectionItem(
    int place,
    Instant recordedAt,
    String enteredBy,
    String reason,
    long ledgerSeq,
    List<Change> changes) {

  /**
   * One item by its name in {@link CorrectionTold}; codes for words, left out where there is none.
   */
  public record Change(String item, String was, String is) {}

  static CorrectionItem of(Corrected corrected) {
    Correction correction = corrected.correction();
    Map<String, String> was = items(corrected.was());
    Map<String, String> is = items(correction.items());
    return new CorrectionItem(
        correction.getPlace(),
        correction.getRecordedAt(),
        correction.getEnteredBy(),
        correction.getReason(),
        correction.getLedgerSeq(),
        was.keySet().stream()
            .filter(item -> !String.valueOf(was.get(item)).equals(String.valueOf(is.get(item))))
            .map(item -> new Change(item, was.get(item), is.get(item)))
            .toList());
  }

  private static Map<String, String> items(PassageItems of) {
    Map<String, String> items = new LinkedHashMap<>();
    items.put("plate", of.plate());
    items.put("color", code(of.plateColor()));
    items.put("direction", code(of.direction()));
    items.put("type", of.vehicleType());
    items.put("use", of.use());
    items.put("vin", of.vin());
    items.put("brandModel", of.brandModel());
    items.put("fuel", code(of.fuel()));
    items.put("stage", code(of.stage()));
    items.put("owner", of.owner());
    return items;
  }

  private static String code(Coded word) {
    return word == null ? null : word.code();
  }
}
