package cn.ecogate.passage.control;

import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.AlertLevel;
import java.util.List;

/** What is in force, in the few words that a lane's display has room for. */
public final class ControlState {

  private ControlState() {}

  /**
   * @param inForce the strictest first
   */
  public static String words(List<ControlStrategy> inForce) {
    if (inForce.isEmpty()) {
      return "无管控";
    }
    AlertLevel alert = inForce.get(0).alert();
    return alert == AlertLevel.NONE ? "日常管控" : alertWords(alert);
  }

  private static String alertWords(AlertLevel alert) {
    return alert.label().endsWith("预警") ? alert.label() : alert.label() + "预警";
  }
}
