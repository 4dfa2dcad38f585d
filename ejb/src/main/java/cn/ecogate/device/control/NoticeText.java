package cn.ecogate.device.control;

import cn.ecogate.site.entity.Enterprise;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.AlertLevel;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands on the notice board at a gate (HJ 1321-2023, notice board): enterprise, person in
 * charge and phone, maintainer and phone, alert level, measures in force; broken into the lines
 * that the board has.
 *
 * @param calm no alert is in force
 */
public record NoticeText(List<String> lines, boolean calm) {

  private static final String CUT = "…";

  public NoticeText {
    lines = List.copyOf(lines);
  }

  /**
   * What is not known is left out; what does not fit ends in an ellipsis.
   *
   * @param inForce the strictest first
   * @param height lines of the board
   * @param width Chinese characters in a line, each as wide as two others
   */
  public static NoticeText of(
      Enterprise enterprise, List<ControlStrategy> inForce, int height, int width) {
    AlertLevel alert = inForce.isEmpty() ? AlertLevel.NONE : inForce.get(0).alert();
    List<String> sentences = new ArrayList<>();
    sentences.add(enterprise.name());
    say(sentences, "负责人：", enterprise.person(), enterprise.phone());
    say(sentences, "运维单位：", enterprise.maintainer(), enterprise.maintainerPhone());
    sentences.add("预警等级：" + alert.label());
    if (inForce.isEmpty()) {
      sentences.add("管控措施：无");
    }
    for (int i = 0; i < inForce.size(); i++) {
      String number = inForce.size() == 1 ? "" : (i + 1) + " ";
      sentences.add((i == 0 ? "管控措施：" : "") + number + inForce.get(i).measure());
    }
    List<String> lines = new ArrayList<>();
    sentences.forEach(sentence -> lines.addAll(broken(sentence, 2 * width)));
    return new NoticeText(fitted(lines, height, 2 * width), alert == AlertLevel.NONE);
  }

  private static void say(List<String> sentences, String what, String who, String phone) {
    String said = (who + " " + phone).strip();
    if (!said.isEmpty()) {
      sentences.add(what + said);
    }
  }

  private static List<String> broken(String sentence, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (int character : sentence.strip().codePoints().toArray()) {
      int wide = columns(character);
      if (used + wide > columns) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.appendCodePoint(character);
      used += wide;
    }
    lines.add(line.toString());
    return lines;
  }

  private static List<String> fitted(List<String> lines, int height, int columns) {
    if (lines.size() <= height) {
      return lines;
    }
    List<String> fitted = new ArrayList<>(lines.subList(0, height));
    String last = fitted.get(height - 1);
    String room = broken(last, columns - columns(CUT.codePointAt(0))).get(0);
    fitted.set(height - 1, room + CUT);
    return fitted;
  }

  private static int columns(int character) {
    return character < 0x80 ? 1 : 2;
  }
}
