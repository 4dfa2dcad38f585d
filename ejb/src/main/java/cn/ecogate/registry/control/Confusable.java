package cn.ecogate.registry.control;

import cn.ecogate.vocabulary.PlateNumber;
import java.util.ArrayDeque;
import java.util.Deque;
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
  private static final int MOST_READINGS = 128;

  private Confusable() {}

  /** A reading, and the place from which further characters may be misread. */
  private record Misread(String text, int from) {}

  /** The plate itself is not among them. */
  public static Set<String> with(PlateNumber plate) {
    String text = plate.text();
    Set<String> all = misreadings(text);
    if (PROVINCES.indexOf(text.charAt(0)) >= 0) {
      all.addAll(varied(text, 0, PROVINCES));
    }
    all.addAll(varied(text, text.length() - 1, ENDS));
    all.remove(text);
    return all;
  }

  /** Fewest misread characters first, so that the limit leaves away the least likely. */
  private static Set<String> misreadings(String plate) {
    Set<String> readings = new LinkedHashSet<>();
    Deque<Misread> next = new ArrayDeque<>(List.of(new Misread(plate, 1)));
    while (!next.isEmpty()) {
      Misread misread = next.remove();
      for (int place = misread.from(); place < plate.length(); place++) {
        for (String reading : varied(misread.text(), place, alike(plate.charAt(place)))) {
          if (readings.size() == MOST_READINGS) {
            return readings;
          }
          readings.add(reading);
          next.add(new Misread(reading, place + 1));
        }
      }
    }
    return readings;
  }

  private static String alike(char character) {
    return ALIKE.stream().filter(group -> group.indexOf(character) >= 0).findFirst().orElse("");
  }

  private static List<String> varied(String text, int place, String characters) {
    return characters
        .chars()
        .filter(character -> character != text.charAt(place))
        .mapToObj(other -> text.substring(0, place) + (char) other + text.substring(place + 1))
        .toList();
  }
}
