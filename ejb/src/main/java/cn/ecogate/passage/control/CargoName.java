package cn.ecogate.passage.control;

import java.util.Set;

/** Names that say nothing about a load; allowed, but pointed out. */
public final class CargoName {

  private static final Set<String> VAGUE =
      Set.of(
          "货物", "货", "其他", "其它", "原料", "原材料", "物料", "材料", "杂货", "普货", "普通货物", "散货", "物资", "产品",
          "成品", "半成品", "货品", "商品", "固废", "废料", "未知", "不详", "无", "不明", "空", "-", "—", "/");

  private CargoName() {}

  public static boolean vague(String name) {
    return VAGUE.contains(name.strip()) || name.strip().matches("[\\d\\s.。,，]*");
  }
}
