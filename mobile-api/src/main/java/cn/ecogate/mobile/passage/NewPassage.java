package cn.ecogate.mobile.passage;

import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
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

  static final int MAX_PHOTO_BYTES = 5 * 1024 * 1024;

  ManualEntry entry() {
    return new ManualEntry(
        key,
        lane,
        plate == null ? null : plate.strip().toUpperCase(Locale.ROOT),
        plateColor(),
        moment(),
        note,
        photoBytes());
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

  private Instant moment() {
    if (seenAt == null || seenAt.isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(seenAt.strip()).toInstant();
    } catch (DateTimeException notIso) {
      throw new Rejected(
          "time-shape", "seenAt", "seenAt 应为带时区的 ISO-8601 时刻，例如 2026-11-21T08:00:00+08:00。");
    }
  }

  private byte[] photoBytes() {
    if (photo == null || photo.isBlank()) {
      return null;
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(photo.replaceAll("\\s", ""));
    } catch (IllegalArgumentException notBase64) {
      throw new Rejected("photo-format", "photo", "照片应为 JPEG 文件的 base64 文本。");
    }
    if (bytes.length > MAX_PHOTO_BYTES) {
      throw new Rejected("photo-too-large", "photo", "照片超过 5 MB，请缩小后重新上传。");
    }
    return bytes;
  }
}
