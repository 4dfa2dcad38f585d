package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.wire.HikvisionGate.Order;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Hikvision camera's barrier: what is said, and what the answers mean. */
class HikvisionGateTest {

  static Stream<String> cases() {
    return Frames.of("hikvision-gate", ".xml");
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("每种回答读出应有的意思")
  void answerMeans(String name) throws WireException {
    byte[] answer = Frames.text("hikvision-gate", name + ".xml").getBytes(UTF_8);
    String[] expected = Frames.text("hikvision-gate", name + ".expected").strip().split(" ", 2);
    switch (expected[0]) {
      case "status" -> assertThat(HikvisionGate.status(answer)).hasToString(expected[1]);
      case "refused" ->
          assertThatThrownBy(() -> HikvisionGate.status(answer))
              .isInstanceOf(WireException.class)
              .hasMessageContaining(expected[1]);
      case "confirmed" -> HikvisionGate.confirm(answer);
      default ->
          assertThatThrownBy(() -> HikvisionGate.confirm(answer))
              .isInstanceOf(WireException.class)
              .hasMessageContaining(expected[1]);
    }
  }

  @Test
  @DisplayName("在任何一处断开的回答都不算数，也不出别的错")
  void anAnswerCutAnywhereSaysNothing() {
    byte[] whole = Frames.text("hikvision-gate", "closed.xml").strip().getBytes(UTF_8);
    for (int end = 0; end < whole.length; end++) {
      byte[] cut = java.util.Arrays.copyOf(whole, end);
      assertThatThrownBy(() -> HikvisionGate.status(cut)).isInstanceOf(WireException.class);
    }
  }

  @Test
  @DisplayName("命令的写法")
  void orders() {
    assertThat(HikvisionGate.order(Order.OPEN))
        .endsWith("<BarrierGate><ctrlMode>open</ctrlMode></BarrierGate>");
    assertThat(HikvisionGate.order(Order.UNLOCK)).contains("<ctrlMode>unlock</ctrlMode>");
    assertThat(HikvisionGate.path(2)).isEqualTo("/ISAPI/Parking/channels/2/barrierGate");
    assertThat(HikvisionGate.statusPath(1)).endsWith("/barrierGate/barrierGateStatus");
  }
}
