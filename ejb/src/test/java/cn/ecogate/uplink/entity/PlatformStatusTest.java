package cn.ecogate.uplink.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("线路状态是一句话")
class PlatformStatusTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:30:00Z");

  @Test
  @DisplayName("正常、待传、被拒")
  void saysWhatIsGoingOn() {
    assertThat(status(true, NOW.minusSeconds(4000), NOW.minusSeconds(3), 412, 0).sentence(NOW))
        .isEqualTo("线路正常。最近一条 3 秒前被接收；412 条待传，约 2 分钟传完。");
    assertThat(status(false, NOW.minusSeconds(7300), NOW.minusSeconds(7400), 9, 2).sentence(NOW))
        .isEqualTo("线路中断 2 小时，记录留存待传。最近一条 2 小时前被接收；9 条待传，2 条被拒，须人工处理。");
    assertThat(status(false, null, null, 0, 0).sentence(NOW)).isEqualTo("尚未与平台联系。没有待传的记录。");
  }

  @Test
  @DisplayName("传输率向下取整，绝不凑成达标")
  void theRateIsNeverRoundedUp() {
    TransferRate rate = new TransferRate(10_000, 9_499);
    assertThat(rate.sufficient()).isFalse();
    assertThat(rate.sentence()).isEqualTo("传输率 94.9%（产生 10000 条，已传 9499 条），低于要求的 95%");
    assertThat(new TransferRate(0, 0).sentence()).isEqualTo("传输率 100%（尚无记录）");
    assertThat(new TransferRate(20, 19).sufficient()).isTrue();
  }

  private static PlatformStatus status(
      boolean online, Instant since, Instant accepted, long waiting, long blocked) {
    return new PlatformStatus(
        "province",
        "省级平台",
        online,
        Optional.ofNullable(since),
        Optional.ofNullable(accepted),
        waiting + blocked,
        0,
        waiting,
        blocked,
        Optional.empty(),
        online ? Optional.of(Duration.ofMillis(350).multipliedBy(waiting)) : Optional.empty(),
        "");
  }
}
