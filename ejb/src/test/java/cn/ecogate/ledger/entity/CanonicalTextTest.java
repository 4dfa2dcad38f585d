package cn.ecogate.ledger.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same facts always give the same bytes, and no fact can pass for two lines. */
class CanonicalTextTest {

  @Test
  @DisplayName("一行一项，空值不写，时间截到毫秒")
  void oneFactALine() {
    assertThat(
            CanonicalText.of("ecogate passage 1")
                .line("plate", "云A12345")
                .line("note", null)
                .line("seen-at", Instant.parse("2026-11-21T08:30:00.123999Z"))
                .line("confidence", 97))
        .hasToString(
            "ecogate passage 1\nplate: 云A12345\nseen-at: 2026-11-21T08:30:00.123Z\nconfidence: 97\n");
  }

  @Test
  @DisplayName("值里的换行不能变成另一行")
  void aValueCannotBecomeALine() {
    assertThat(CanonicalText.of("f").line("note", "a\nplate: 云B1\r\\n"))
        .hasToString("f\nnote: a\\nplate: 云B1\\r\\\\n\n");
  }

  @Test
  @DisplayName("名称和格式都只能是一行")
  void aNameIsOneLineWithoutColon() {
    assertThatThrownBy(() -> CanonicalText.of("f").line("a: b", 1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> CanonicalText.of("f").line("a\nb", 1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> CanonicalText.of("f\ng")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("台账在末尾写明类别、主题和时间")
  void theLedgerClosesTheText() {
    Instant at = Instant.parse("2026-11-21T08:30:00Z");
    assertThat(CanonicalText.of("f").line("a", 1).closed("audit", "admin", at))
        .isEqualTo(
            "f\na: 1\nentry-kind: audit\nentry-subject: admin\nentry-at: 2026-11-21T08:30:00Z\n");
  }
}
