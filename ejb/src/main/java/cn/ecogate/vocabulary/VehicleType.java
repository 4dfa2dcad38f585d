package cn.ecogate.vocabulary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A vehicle type (车辆类型) by its GA/T 16.4 code of three characters, e.g. H11 重型普通货车. */
public record VehicleType(String code) {

  private static final Pattern SHAPE = Pattern.compile("[A-Z][0-9][0-9A-Z]");

  private static final Map<String, String> LABELS = labels();

  public VehicleType {
    if (!SHAPE.matcher(code).matches()) {
      throw new IllegalArgumentException("车辆类型代码应为三位，例如 H11：" + code);
    }
  }

  /** What a person typed; {@link Rejected} {@code vehicle-type} if it is not of that shape. */
  public static VehicleType of(String typed) {
    String code = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
    if (!SHAPE.matcher(code).matches()) {
      throw new Rejected(
          "vehicle-type", "vehicleType", "车辆类型应为 GA/T 16.4 的三位代码，例如 H11 重型普通货车、Q11 重型半挂牵引车。");
    }
    return new VehicleType(code);
  }

  /** True if the text is a code of the right shape. */
  public static boolean shaped(String code) {
    return code != null && SHAPE.matcher(code).matches();
  }

  /**
   * True if that code is a heavy goods vehicle's: a lorry, tractor or special vehicle of the heavy
   * class. Trailers move with their tractor.
   */
  public static boolean heavyGoods(String code) {
    return code != null
        && (code.startsWith("H1") || code.startsWith("Q1") || code.startsWith("Z5"));
  }

  /** The Chinese name of that code, or the code itself where the list has none. */
  public static String label(String code) {
    return code == null ? "" : LABELS.getOrDefault(code, code);
  }

  /** The codes with a name, in the order of the list, for a choice on a screen. */
  public static Map<String, String> all() {
    return LABELS;
  }

  public boolean heavyGoods() {
    return heavyGoods(code);
  }

  public String label() {
    return label(code);
  }

  @Override
  public String toString() {
    return code;
  }

  private static Map<String, String> labels() {
    Map<String, String> all = new LinkedHashMap<>();
    List<String> plain = List.of("1普通", "2厢式", "3封闭", "4罐式", "5平板");
    List<String> special = List.of("7自卸", "8特殊结构", "9仓栅式");
    List<String> tipping = List.of("B厢式", "C罐式", "D平板", "E集装厢", "F特殊结构", "G仓栅式");
    put(all, "H", List.of("1重型", "2中型", "3轻型"), plain, "货车");
    put(all, "H", List.of("1重型", "2中型"), List.of("6集装厢"), "车");
    put(all, "H", List.of("1重型", "2中型", "3轻型"), special, "货车");
    put(all, "H", List.of("1重型", "2中型", "3轻型"), List.of("A车辆"), "运输车");
    put(all, "H", List.of("1重型", "2中型", "3轻型"), tipping, "自卸货车");
    put(all, "H", List.of("4微型"), plain.subList(0, 4), "货车");
    put(all, "H", List.of("4微型"), List.of("5自卸", "6特殊结构", "7仓栅式"), "货车");
    put(all, "H", List.of("5"), List.of("1普通", "2厢式", "3罐式", "4自卸", "5仓栅式"), "低速货车");
    put(all, "Q", List.of("1重型", "2中型", "3轻型"), List.of("1半挂", "2全挂"), "牵引车");
    put(
        all,
        "Z",
        List.of("1大型", "2中型", "3小型", "4微型", "5重型", "7轻型"),
        List.of("1非载货", "2载货"),
        "专项作业车");
    List<String> trailers = List.of("1普通", "2厢式", "3罐式", "4平板", "5集装箱", "6自卸");
    put(all, "G", List.of("1重型", "2中型"), trailers, "全挂车");
    put(all, "B", List.of("1重型", "2中型"), trailers, "半挂车");
    put(all, "B", List.of("1重型", "2中型"), List.of("7特殊结构", "8仓栅式", "9旅居", "A专项作业", "B低平板"), "半挂车");
    List<String> coaches =
        List.of("1普通客车", "2双层客车", "3卧铺客车", "4铰接客车", "5越野客车", "6轿车", "7专用客车", "8专用校车");
    put(all, "K", List.of("1大型", "2中型"), coaches, "");
    put(all, "K", List.of("3小型"), List.of("1普通客车", "2越野客车", "3轿车", "4专用客车", "8专用校车", "9面包车"), "");
    put(all, "K", List.of("4微型"), List.of("1普通客车", "2越野客车", "3轿车", "9面包车"), "");
    all.put("J11", "轮式装载机械");
    all.put("J12", "轮式挖掘机械");
    all.put("J13", "轮式平地机械");
    all.put("N11", "三轮汽车");
    all.put("X99", "其他");
    return Collections.unmodifiableMap(all);
  }

  /** Every size with every body: the first character of each is its place in the code. */
  private static void put(
      Map<String, String> all, String family, List<String> sizes, List<String> bodies, String end) {
    for (String size : sizes) {
      for (String body : bodies) {
        all.put(
            family + size.charAt(0) + body.charAt(0), size.substring(1) + body.substring(1) + end);
      }
    }
  }
}
