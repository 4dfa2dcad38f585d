package cn.ecogate.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.evidence.entity.Caption;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A caption says plate, time, gate no. and barrier no., with and without Chinese characters. */
class CaptionTextTest {

  private static final Instant AT = Instant.parse("2026-11-20T23:05:09Z");

  @Test
  @DisplayName("时间为北京时间")
  void timeIsThatOfThePlant() {
    assertThat(CaptionText.parts(new Caption("云A12345", AT, "A", "01"), true))
        .containsExactly("云A12345", "2026-11-21 07:05:09", "出入口 A", "道闸 01");
  }

  @Test
  @DisplayName("未识别的号牌照实写明")
  void anUnreadPlateIsSaid() {
    assertThat(CaptionText.parts(new Caption(null, AT, "A", "01"), true).get(0)).isEqualTo("号牌未识别");
    assertThat(CaptionText.parts(new Caption(" ", AT, "A", "01"), false).get(0))
        .isEqualTo("no plate read");
  }

  @Test
  @DisplayName("没有中文字体时用拉丁字母，只含 ASCII")
  void withoutChineseCharactersItIsLatin() {
    assertThat(CaptionText.parts(new Caption("云A1234挂", AT, "东A", "01"), false))
        .containsExactly("Yun-A1234-Gua", "2026-11-21 07:05:09", "gate ?-A", "barrier 01");
    assertThat(CaptionText.parts(new Caption("WJ京12345", AT, "A", "01"), false).get(0))
        .isEqualTo("WJ-Jing-12345");
    assertThat(CaptionText.parts(new Caption("京X0001应急", AT, "A", "01"), false).get(0))
        .isEqualTo("Jing-X0001-Ying-Ji4");
  }
}
