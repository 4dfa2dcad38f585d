package cn.ecogate.mobile.passage;

import cn.ecogate.mobile.Told;
import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A plate that a guard types because the camera could not read it.
 *
 * @param key chosen by the handheld and the same at every repetition
 * @param photo JPEG in base64
 */
public record NewPassage(
    String key, String lane, String plate, String color, String seenAt, String note, String photo) {

  ManualEntry entry() {
    return new ManualEntry(
        key,
        lane,
        plate == null ? null : plate.strip().toUpperCase(Locale.ROOT),
        plateColor(),
        Told.moment("seenAt", seenAt),
        note,
        Told.photo(photo));
  }

  @Override
  public String toString() {
    return "entry " + key + " at " + lane;
  }

  private PlateColor plateColor() {
    if (color == null || color.isBlank()) {
      return null;
    }
    return Arrays.stream(PlateColor.values())
        .filter(known -> known.name().equals(color) || known.code().equals(color))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejected(
                    "color-unknown",
                    "color",
                    "没有号牌颜色 "
                        + color
                        + "；可用："
                        + Arrays.stream(PlateColor.values())
                            .map(one -> one.code() + " / " + one.name() + " " + one.label())
                            .collect(Collectors.joining("，"))
                        + "。"));
  }
}
