package cn.ecogate.uplink.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("重试计划")
class RetryPlanTest {

  @ParameterizedTest
  @CsvSource({"0,2", "1,2", "2,4", "3,8", "10,1024", "11,2048", "12,3600", "1000000,3600"})
  @DisplayName("间隔加倍，到一小时为止")
  void doublesUpToAnHour(int failures, long seconds) {
    assertThat(RetryPlan.USUAL.after(failures, 0.5)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  @DisplayName("上下浮动两成")
  void spreadsByAFifth() {
    assertThat(RetryPlan.USUAL.after(3, 0)).isEqualTo(Duration.ofMillis(6_400));
    assertThat(RetryPlan.USUAL.after(3, 1)).isEqualTo(Duration.ofMillis(9_600));
  }

  @Test
  @DisplayName("读起来是一句话")
  void readsAsASentence() {
    assertThat(RetryPlan.USUAL.sentence())
        .isEqualTo("失败后约 2 秒重试，之后每次间隔加倍，最长约 1 小时（上下浮动 20%）；心跳一恢复就立即补传；平台正常却连续 12 次不收的记录转人工处理。");
  }
}
