package cn.ecogate.mobile.release;

import cn.ecogate.mobile.Query;
import cn.ecogate.mobile.Told;
import cn.ecogate.registry.entity.StageEvidence;
import cn.ecogate.release.entity.LaneFiling;
import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A vehicle nobody has filed, as a guard reads it off its papers; the usual lorry where he is
 * silent.
 *
 * @param key chosen by the handheld and the same at every repetition
 * @param passage the passage that asked; if another has come since, nothing is filed
 * @param scan the environmental list's code, or a bare VIN
 * @param until ISO-8601 with zone
 * @param papers JPEG in base64; its code is read if nothing was scanned
 */
public record LaneFilingTold(
    String key,
    String lane,
    Long passage,
    String plate,
    String color,
    String scan,
    String stage,
    String fuel,
    String type,
    String use,
    String evidence,
    String until,
    String papers) {

  LaneFiling filing() {
    return new LaneFiling(
        key,
        lane,
        passage,
        plate == null ? null : plate.strip().toUpperCase(Locale.ROOT),
        coded("color", PlateColor.values(), color),
        scan,
        coded("stage", EmissionStage.values(), stage),
        coded("fuel", FuelType.values(), fuel),
        type,
        use,
        Query.named("evidence", StageEvidence.values(), evidence),
        Told.moment("until", until),
        Told.photo(papers));
  }

  @Override
  public String toString() {
    return "temporary filing " + key + " at " + lane;
  }

  private static <E extends Enum<E> & Coded> E coded(String field, E[] words, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Arrays.stream(words)
        .filter(word -> word.code().equals(text) || word.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejected(
                    field + "-unknown",
                    field,
                    field
                        + " 没有取值 "
                        + text
                        + "；可用："
                        + Arrays.stream(words)
                            .map(word -> word.code() + " / " + word.name() + " " + word.label())
                            .collect(Collectors.joining("，"))
                        + "。"));
  }
}
