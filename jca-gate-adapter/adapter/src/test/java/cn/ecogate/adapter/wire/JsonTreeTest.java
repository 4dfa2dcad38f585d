package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** JSON as devices write it, sins included, and what is refused all the same. */
@DisplayName("设备发来的 JSON：读得懂的都读，读不懂的说清楚")
class JsonTreeTest {

  private static final String EVENT =
      "{ \"UTC\" : 1775733664, \"Speed\":4.75e1, \"Open\" : true, \"Sign\":null,\n"
          + "\"TrafficCar\":{\"PlateNumber\":\"\\u82cfA8HK52\",\"Way\":[\"Approach\",\"\"]}}";

  @Test
  @DisplayName("字段、数字、真假、空值和列表各得其所")
  void fieldsNumbersTruthsNullsAndListsAreRead() throws WireException {
    JsonTree event = read(EVENT);

    assertThat(event.text("TrafficCar", "PlateNumber")).isEqualTo("苏A8HK52");
    assertThat(event.at("TrafficCar", "Way").items())
        .extracting(JsonTree::text)
        .containsExactly("Approach", "");
    assertThat(event.number("UTC")).hasValue(1775733664L);
    assertThat(event.text("Speed")).isEqualTo("4.75e1");
    assertThat(event.text("Open")).isEqualTo("true");
    assertThat(event.at("Sign").present()).isFalse();
    assertThat(event.text("no", "such", "path")).isEmpty();
    assertThat(event.number("Open")).isEmpty();
  }

  @Test
  @DisplayName("固件多写的逗号、字符串里的换行和后面多余的字节不妨碍阅读")
  void sinsOfFirmwareAreForgiven() throws WireException {
    JsonTree read = read("data={\"a\":[1,2,],\"b\":\"two\nlines\",}\r\n\0more");

    assertThat(read.at("a").items()).hasSize(2);
    assertThat(read.text("b")).isEqualTo("two\nlines");
  }

  @Test
  @DisplayName("同名字段以第一个为准")
  void theFirstOfTwoEqualNamesCounts() throws WireException {
    assertThat(read("{\"plate\":\"A\",\"plate\":\"B\"}").text("plate")).isEqualTo("A");
  }

  @Test
  @DisplayName("在任何一个字符处断开都被拒绝")
  void documentCutAnywhereIsRefused() {
    for (int cut = 0; cut < EVENT.length(); cut++) {
      String piece = EVENT.substring(0, cut);
      assertThatThrownBy(() -> read(piece)).isInstanceOf(WireException.class);
    }
  }

  @Test
  @DisplayName("嵌套过深、过大和读不懂的值被拒绝，坏帧留下开头")
  void depthSizeAndNonsenseAreRefused() {
    assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000))).hasMessageContaining("嵌套超过");
    assertThatThrownBy(() -> read("{\"a\":[" + "1,".repeat(6_000) + "1]}"))
        .hasMessageContaining("超过 5000 个值");
    assertThatThrownBy(() -> read("{\"a\":oops}"))
        .isInstanceOfSatisfying(WireException.class, e -> assertThat(e.frame()).hasSize(10))
        .hasMessageContaining("oops");
    assertThatThrownBy(() -> read("[1]")).hasMessageContaining("没有对象");
  }

  private static JsonTree read(String text) throws WireException {
    return JsonTree.read(text.getBytes(UTF_8), UTF_8);
  }
}
