package cn.ecogate.ledger.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("台账文本读回原样")
class RecordTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"云A12345", "a: b", "一\n二\r三", "\\n", "\\\\n\n", "尾\\", " 空格 "})
  @DisplayName("换行、反斜杠、冒号都读得回来")
  void readsBackWhatWasWritten(String value) {
    RecordText read =
        RecordText.of(CanonicalText.of("ecogate passage 1").line("note", value).toString());
    assertThat(read.value("note")).contains(value);
    assertThat(read.form()).isEqualTo("ecogate passage 1");
  }

  @Test
  @DisplayName("同名多行按次序；缺的与空的都算没有")
  void repeatsKeepTheirOrderAndBlankIsAbsent() {
    RecordText read =
        RecordText.of(
            CanonicalText.of("f")
                .line("reason", "A 甲")
                .line("reason", "B 乙")
                .line("note", "")
                .toString());
    assertThat(read.values("reason")).containsExactly("A 甲", "B 乙");
    assertThat(read.value("note")).isEmpty();
    assertThat(read.value("plate")).isEmpty();
  }

  @Test
  @DisplayName("没有冒号的行说明台账坏了")
  void aLineWithoutNameIsABrokenLaw() {
    assertThatThrownBy(() -> RecordText.of("f\nno name")).isInstanceOf(IllegalStateException.class);
  }
}
