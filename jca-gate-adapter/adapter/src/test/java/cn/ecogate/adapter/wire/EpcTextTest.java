package cn.ecogate.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of tag readers. */
class EpcTextTest {

  @ParameterizedTest
  @DisplayName("同一个标签，各种读写器的写法")
  @ValueSource(
      strings = {
        "E28011606000020D1A2B3C4D",
        "e28011606000020d1a2b3c4d",
        "EPC:E28011606000020D1A2B3C4D",
        "E280 1160 6000 020D 1A2B 3C4D",
        "E2-80-11-60-60-00-02-0D-1A-2B-3C-4D"
      })
  void tag(String line) throws WireException {
    assertThat(EpcText.read(line, new byte[0])).isEqualTo("E28011606000020D1A2B3C4D");
  }

  @ParameterizedTest
  @DisplayName("不是标签的行说明原因")
  @ValueSource(strings = {"no tag", "E28", "E2801", "G28011606000020D1A2B3C4D", "", "EPC:"})
  void noTag(String line) {
    assertThatThrownBy(() -> EpcText.read(line, new byte[0]))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("EPC");
  }
}
