package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.PlateSeen.Reading;
import java.util.Locale;

/** Words about a plate that several brands share. */
final class PlateWords {

  private PlateWords() {}

  /** What a camera writes in the place of a plate when there is none, or when it cannot read it. */
  static Reading reading(String told) {
    switch (told.toLowerCase(Locale.ROOT)) {
      case "noplate", "no plate", "_无_", "无", "无牌", "无车牌", "无牌车":
        return Reading.NO_PLATE;
      case "", "unknown", "未知", "未识别":
        return Reading.UNREAD;
      default:
        return Reading.READ;
    }
  }

  /** 0 to 100, -1 if nothing usable is told. */
  static int confidence(String told) {
    try {
      return (int) Math.max(0, Math.min(100, Math.round(Double.parseDouble(told))));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
