package cn.ecogate.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeTimeTest {

  private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "-5, 刚刚, just now",
    "0, 0 秒前, 0 s ago",
    "59, 59 秒前, 59 s ago",
    "60, 1 分钟前, 1 min ago",
    "3599, 59 分钟前, 59 min ago",
    "3600, 1 小时前, 1 h ago",
    "86399, 23 小时前, 23 h ago",
    "86400, 1 天前, 1 d ago",
    "8640000, 100 天前, 100 d ago"
  })
  void aMomentIsToldInTheLargestWholeUnit(long seconds, String chinese, String english) {
    Instant then = NOW.minusSeconds(seconds);
    assertThat(RelativeTime.ago(then, NOW, Locale.CHINESE)).isEqualTo(chinese);
    assertThat(RelativeTime.ago(then, NOW, Locale.ENGLISH)).isEqualTo(english);
  }
}
