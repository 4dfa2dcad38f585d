package cn.ecogate.registry.control;

import cn.ecogate.vocabulary.PlateNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which plates a camera may have meant: characters that look alike, another province, another end.
 */
public final class Confusable {

  private static final List<String> ALIKE = List.of("0ODQ", "1I", "8B", "2Z", "5S");
  private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
  private static final String ENDS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789挂学警港澳";

  /**
   * A plate of nothing but such characters has thousands of readings; nobody would look through.
   */
  private static final int MOST_READINGS = 64;

  private Confusable() {}

  /** The plate itself is not among them. */
  public static Set<String> with(PlateNumber plate) {
    String text = plate.text();
    Set<String> readings = new LinkedHashSet<>(Set.of(text));
    for (int place = 1; place < text.length(); place++) {
      for (String group : ALIKE) {
        if (group.indexOf(text.charAt(place)) >= 0) {
          vary(readings, place, group, MOST_READINGS);
        }
      }
    }
    Set<String> all = new LinkedHashSet<>(readings);
    Set<String> province = new LinkedHashSet<>(Set.of(text));
    if (PROVINCES.indexOf(text.charAt(0)) >= 0) {
      vary(province, 0, PROVINCES, Integer.MAX_VALUE);
    }
    Set<String> end = new LinkedHashSet<>(Set.of(text));
    vary(end, text.length() - 1, ENDS, Integer.MAX_VALUE);
    all.addAll(province);
    all.addAll(end);
    all.remove(text);
    return all;
  }

  private static void vary(Set<String> readings, int place, String characters, int most) {
    for (String reading : List.copyOf(readings)) {
      for (char character : characters.toCharArray()) {
        if (readings.size() >= most) {
          return;
        }
        readings.add(reading.substring(0, place) + character + reading.substring(place + 1));
      }
    }
  }
}
