package cn.ecogate.uplink.control;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.RecordText;
import cn.ecogate.uplink.entity.OutboxRow;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Vin;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person says is to be sent instead of what was recorded, because the platform refused it.
 * The record itself stays as it is; the correction is an entry of its own that names it.
 */
public final class Correction {

  /** What may be corrected: what was read or filed, never who, where and when. */
  private static final List<String> CORRECTABLE =
      List.of(
          "plate",
          "color",
          "vehicle-type",
          "use",
          "vin",
          "brand-model",
          "fuel",
          "stage",
          "owner",
          "note");

  private static final String PREFIX = "set-";
  private static final int LONGEST = 100;

  private Correction() {}

  public static List<String> correctable() {
    return CORRECTABLE;
  }

  /**
   * The changes among what was typed, checked; {@code Rejected} with the item's name as field.
   *
   * @param typed values by item; blank takes the item away, what is not named stays
   */
  public static Map<String, String> changes(RecordText record, Map<String, String> typed) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (String item : CORRECTABLE) {
      String value = typed.get(item) == null ? null : typed.get(item).strip();
      if (value != null && !value.equals(record.value(item).orElse(""))) {
        changes.put(item, value.isEmpty() ? "" : checked(item, value));
      }
    }
    return changes;
  }

  /** As the ledger keeps it. */
  public static CanonicalText text(
      OutboxRow row, Map<String, String> values, String reason, String who, Instant at) {
    CanonicalText text =
        CanonicalText.of("ecogate upload-correction 1")
            .line("platform", row.getPlatformId())
            .line("subject", row.getSubject())
            .line("corrects-entry", row.getLedgerSeq())
            .line("refused-with", row.dispatch().answer().orElse(null));
    values.forEach((item, value) -> text.line(PREFIX + item, value));
    return text.line("reason", reason).line("by", who).line("at", at);
  }

  /** The record with what a correction's entry says instead. */
  public static RecordText applied(RecordText record, RecordText correction) {
    RecordText applied = record;
    for (String item : CORRECTABLE) {
      List<String> said = correction.values(PREFIX + item);
      if (!said.isEmpty()) {
        applied = applied.with(item, said.get(0));
      }
    }
    return applied;
  }

  /** What that correction said, by item. */
  public static Map<String, String> said(RecordText correction) {
    Map<String, String> said = new LinkedHashMap<>();
    for (String item : CORRECTABLE) {
      correction.values(PREFIX + item).stream().findFirst().ifPresent(v -> said.put(item, v));
    }
    return said;
  }

  private static String checked(String item, String value) {
    if (value.length() > LONGEST) {
      throw new Rejected("too-long", item, "最多 " + LONGEST + " 个字，现为 " + value.length() + " 个。");
    }
    List<String> allowed = RecordWord.values(item);
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      throw new Rejected(
          "no-such-code", item, "没有代码“" + value + "”；可用：" + String.join("、", allowed) + "。");
    }
    try {
      return switch (item) {
        case "plate" -> PlateNumber.of(value).text();
        case "vin" -> Vin.of(value).text();
        default -> value;
      };
    } catch (Rejected malformed) {
      throw new Rejected(malformed.code(), item, malformed.getMessage());
    }
  }
}
