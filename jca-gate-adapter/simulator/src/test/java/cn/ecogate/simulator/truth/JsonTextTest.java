package cn.ecogate.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("假平台的 JSON：读得懂，写得回")
class JsonTextTest {

  @Test
  @DisplayName("成员的原文一字不差，签名靠它")
  void keepsEveryMemberAsItWasWritten() {
    JsonText.Read read = JsonText.object("{\"a\": [1, {\"b\":2}] ,\"c\":\"\\u4e91A\\n\"}");
    assertThat(read.written().get("a")).isEqualTo("[1, {\"b\":2}]");
    assertThat(read.text("c")).isEqualTo("云A\n");
    assertThat(read.written()).containsOnlyKeys("a", "c");
  }

  @Test
  @DisplayName("写出的能读回同样的内容")
  void readsBackWhatItWrote() {
    Map<String, Object> value =
        Map.of("text", "引号\" 反斜\\ 换行\n", "list", List.of("x", true), "empty", Map.of());
    assertThat(JsonText.object(JsonText.write(value)).members()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{", "{\"a\"}", "{\"a\":1,}", "{\"a\":01x}", "{\"a\":\"\\q\"}", "{} {}"})
  @DisplayName("不是 JSON 的一律拒绝")
  void refusesWhatIsNoObject(String text) {
    assertThatThrownBy(() -> JsonText.object(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
