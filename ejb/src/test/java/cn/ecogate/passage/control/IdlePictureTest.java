package cn.ecogate.passage.control;

import static cn.ecogate.passage.Arrivals.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.device.entity.LockMode;
import cn.ecogate.passage.Arrivals;
import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.ClosedLane;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.Direction;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a display shows to nobody in particular. */
class IdlePictureTest {

  private static final Lane LANE = Arrivals.lane("A", "01", Direction.IN);

  @Test
  @DisplayName("日常：车道、日常管控、时间")
  void anOrdinaryDay() {
    IdlePicture picture = picture(strategy(AlertLevel.NONE, "国四及以下重型柴油车禁行"), Optional.empty());
    assertThat(picture.lines()).containsExactly("一号道", "日常管控", "请减速慢行", "11-21 10:00");
    assertThat(picture.calm()).isTrue();
  }

  @Test
  @DisplayName("预警：等级和措施")
  void anAlert() {
    IdlePicture picture = picture(strategy(AlertLevel.ORANGE, "国四及以下重型柴油车禁行"), Optional.empty());
    assertThat(picture.lines()).contains("橙色预警", "国四及以下重型柴油车禁行");
    assertThat(picture.calm()).isFalse();
  }

  @Test
  @DisplayName("道闸锁定先于措施；没有策略也有话可说")
  void aLock() {
    IdlePicture picture =
        IdlePicture.of(
            LANE,
            List.of(),
            Optional.of(new BarrierLock("A-01", LockMode.CLOSED, TEN, "guard", "演练")),
            Optional.empty(),
            TEN);
    assertThat(picture.lines()).contains("无管控", "道闸锁定常闭");
  }

  @Test
  @DisplayName("通道关闭先于一切，写明为什么")
  void aClosedLane() {
    IdlePicture picture =
        IdlePicture.of(
            LANE,
            List.of(),
            Optional.of(new BarrierLock("A-01", LockMode.CLOSED, TEN, "guard", "演练")),
            Optional.of(new ClosedLane("A-01", TEN, "officer", "路面施工")),
            TEN);
    assertThat(picture.lines()).contains("通道关闭：路面施工").doesNotContain("道闸锁定常闭");
    assertThat(picture.calm()).isFalse();
  }

  @Test
  @DisplayName("固定的字 GBK 都有")
  void gbkHasEveryWord() {
    for (AlertLevel alert : AlertLevel.values()) {
      for (String line : picture(strategy(alert, "限行"), Optional.empty()).lines()) {
        assertThat(Charset.forName("GBK").newEncoder().canEncode(line)).as(line).isTrue();
      }
    }
  }

  private static IdlePicture picture(ControlStrategy strategy, Optional<BarrierLock> lock) {
    return IdlePicture.of(LANE, List.of(strategy), lock, Optional.empty(), TEN);
  }

  private static ControlStrategy strategy(AlertLevel alert, String measure) {
    return new ControlStrategy(1, "策略", alert, TEN, Optional.empty(), measure, List.of());
  }
}
