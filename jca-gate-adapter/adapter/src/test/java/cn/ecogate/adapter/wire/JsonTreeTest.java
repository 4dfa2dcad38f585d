package cn.ecogate.adapter.wire;

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
    JsonTree event = JsonTree.read(EVENT);

    assertThat(event.child("TrafficCar").value("PlateNumber")).isEqualTo("苏A8HK52");
    assertThat(event.child("TrafficCar").child("Way").items())
        .extracting(JsonTree::text)
        .containsExactly("Approach", "");
    assertThat(event.number("UTC")).hasValue(1775733664L);
    assertThat(event.number("Speed")).hasValue(47);
    assertThat(event.value("Open")).isEqualTo("true");
    assertThat(event.child("Sign").exists()).isFalse();
    assertThat(event.child("no").child("such").child("path").text()).isEmpty();
    assertThat(event.anywhere("Way")).isPresent();
    assertThat(event.anywhere("Nowhere")).isEmpty();
  }

  @Test
  @DisplayName("固件多写的逗号和字符串里的换行不妨碍阅读")
  void commaTooManyAndLineBreakWithinAStringAreForgiven() throws WireException {
    JsonTree read = JsonTree.read("{\"a\":[1,2,],\"b\":\"two\nlines\",}\r\n");

    assertThat(read.child("a").items()).hasSize(2);
    assertThat(read.value("b")).isEqualTo("two\nlines");
  }

  @Test
  @DisplayName("在任何一个字符处断开都被拒绝")
  void documentCutAnywhereIsRefused() {
    for (int cut = 0; cut < EVENT.length(); cut++) {
      String piece = EVENT.substring(0, cut);
      assertThatThrownBy(() -> JsonTree.read(piece)).isInstanceOf(WireException.class);
    }
  }

  @Test
  @DisplayName("嵌套过深、过大和多余内容被拒绝")
  void depthSizeAndTrailersAreBounded() {
    assertThatThrownBy(() -> JsonTree.read("[".repeat(100_000))).hasMessageContaining("嵌套过深");
    assertThatThrownBy(() -> JsonTree.read("[" + "1,".repeat(6_000) + "1]"))
        .hasMessageContaining("过大");
    assertThatThrownBy(() -> JsonTree.read("{} {}")).hasMessageContaining("多余的内容");
    assertThatThrownBy(() -> JsonTree.read("{\"a\":oops}")).hasMessageContaining("oops");
  }
}
