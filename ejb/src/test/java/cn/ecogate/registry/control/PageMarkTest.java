package cn.ecogate.registry.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.vocabulary.Rejected;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("翻页标记")
class PageMarkTest {

  @Test
  @DisplayName("标记里是最后一辆车的号牌和编号")
  void aMarkIsReadBack() {
    assertThat(PageMark.of("5LqRQTEyMzQ1IDc")).isEqualTo(new PageMark("云A12345", 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "5LqRQTEyMzQ1", "5LqRQTEyMzQ1IHg", "IDc"})
  @DisplayName("别处来的标记被拒绝")
  void aForeignMarkIsRejected(String cursor) {
    assertThatThrownBy(() -> PageMark.of(cursor))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("cursor"));
  }
}
