package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.passage.entity.Correction;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.vocabulary.Coded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A correction as the ledger keeps it: which record and which correction before it names, the whole
 * record as it reads from now on, and what each changed item said before.
 */
public final class CorrectionText {

  private CorrectionText() {}

  /**
   * @param corrected the passage as it holds after this correction
   * @param was what held before
   */
  public static CanonicalText of(
      String enterprise,
      Passage corrected,
      List<Reason> reasons,
      List<Reason> notes,
      PassageItems was,
      Correction correction,
      Optional<Correction> before) {
    CanonicalText text =
        CanonicalText.of("ecogate passage-correction 1")
            .line("serial", corrected.getSerialNo() + "-C" + correction.getPlace())
            .line("passage", corrected.getSerialNo())
            .line("passage-entry", corrected.getLedgerSeq())
            .line("replaces-entry", before.map(Correction::getLedgerSeq).orElse(null))
            .line("place", correction.getPlace());
    PassageText.items(text, enterprise, corrected, reasons, notes);
    Map<String, String> changed = changed(was, correction.items());
    text.line("changed", String.join(",", changed.keySet()));
    changed.forEach((item, value) -> text.line("was-" + item, value));
    return text.line("correction-reason", correction.getReason())
        .line("corrected-by", correction.getEnteredBy());
  }

  /** What differs, by the ledger's own names in its order, each with what it was: may be empty. */
  public static Map<String, String> changed(PassageItems was, PassageItems is) {
    Map<String, String> before = values(was);
    Map<String, String> after = values(is);
    Map<String, String> changed = new LinkedHashMap<>();
    before.forEach(
        (item, value) -> {
          if (!Objects.equals(value, after.get(item))) {
            changed.put(item, value);
          }
        });
    return changed;
  }

  /** Every item by the ledger's own name; those that are not there are empty. */
  public static Map<String, String> values(PassageItems items) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("plate", text(items.plate()));
    values.put("color", code(items.plateColor()));
    values.put("direction", code(items.direction()));
    values.put("vehicle-type", text(items.vehicleType()));
    values.put("use", text(items.use()));
    values.put("vin", text(items.vin()));
    values.put("brand-model", text(items.brandModel()));
    values.put("fuel", code(items.fuel()));
    values.put("stage", code(items.stage()));
    values.put("owner", text(items.owner()));
    return values;
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }

  private static String code(Coded word) {
    return word == null ? "" : word.code();
  }
}
