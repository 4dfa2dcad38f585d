package cn.ecogate.device.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.site.entity.Enterprise;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.AlertLevel;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What drivers, neighbours and inspectors read at the gate. */
class NoticeTextTest {

  @Test
  @DisplayName("公示牌：企业、负责人、运维单位、预警等级、管控措施")
  void everythingTheStandardWants() {
    NoticeText text = text(List.of(strategy(AlertLevel.ORANGE, "国四及以下重型柴油车禁行")), 8, 20);
    assertThat(text.lines())
        .containsExactly(
            "示范钢铁有限公司",
            "负责人：李明 13800000001",
            "运维单位：示范环保科技 13800000002",
            "预警等级：橙色预警",
            "管控措施：国四及以下重型柴油车禁行");
    assertThat(text.calm()).isFalse();
  }

  @Test
  @DisplayName("没有策略时写明无；没填的不写")
  void nothingInForce() {
    Enterprise bare = new Enterprise("530181000001", "甲厂", "", "", "", "", "", "", "", "", "");
    NoticeText text = NoticeText.of(bare, List.of(), 8, 20);
    assertThat(text.lines()).containsExactly("甲厂", "预警等级：无预警", "管控措施：无");
    assertThat(text.calm()).isTrue();
  }

  @Test
  @DisplayName("同时有几项措施时逐项写出，最严的在前")
  void severalMeasures() {
    NoticeText text =
        text(
            List.of(strategy(AlertLevel.RED, "停止公路运输"), strategy(AlertLevel.NONE, "国三及以下禁行")),
            8,
            20);
    assertThat(text.lines()).contains("预警等级：红色预警", "管控措施：1 停止公路运输", "2 国三及以下禁行");
  }

  @Test
  @DisplayName("长的措施折行；放不下时以省略号结尾，每行不超过牌宽")
  void longMeasuresAreBroken() {
    String measure = "禁止国四及以下重型柴油货车、国五及以下重型燃气货车进出厂区".repeat(6);
    for (int width = 8; width <= 64; width++) {
      for (int height = 4; height <= 16; height++) {
        int columns = 2 * width;
        List<String> lines =
            text(List.of(strategy(AlertLevel.RED, measure)), height, width).lines();
        assertThat(lines).hasSizeLessThanOrEqualTo(height);
        assertThat(lines).allMatch(line -> line.getBytes(Charset.forName("GBK")).length <= columns);
        String whole = String.join("", lines);
        assertThat(whole.endsWith("…") || whole.endsWith(measure)).isTrue();
      }
    }
  }

  private static NoticeText text(List<ControlStrategy> inForce, int height, int width) {
    Enterprise enterprise =
        new Enterprise(
            "530181000001",
            "示范钢铁有限公司",
            "",
            "",
            "",
            "",
            "",
            "李明",
            "13800000001",
            "示范环保科技",
            "13800000002");
    return NoticeText.of(enterprise, inForce, height, width);
  }

  private static ControlStrategy strategy(AlertLevel alert, String measure) {
    return new ControlStrategy(1, "策略", alert, Instant.EPOCH, Optional.empty(), measure, List.of());
  }
}
