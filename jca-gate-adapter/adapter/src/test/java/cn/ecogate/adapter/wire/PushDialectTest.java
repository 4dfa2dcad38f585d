package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateSeen;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("推送的摄像机：每种请求一个样例文件")
class PushDialectTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2023-06-09T08:40:00Z");
  private static final Map<String, PushDialect> DIALECTS =
      Map.of(
          "hikvision-push", new HikvisionPush(SHANGHAI),
          "vzenith-push", new VzenithPush(SHANGHAI),
          "huaxia-push", new HuaxiaPush(SHANGHAI));

  static Stream<Arguments> cases() {
    return DIALECTS.keySet().stream()
        .sorted()
        .flatMap(brand -> Frames.of(brand, ".call").map(name -> Arguments.of(brand, name)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  @DisplayName("样例与期望一致")
  void callSaysWhatIsExpected(String brand, String name) throws WireException {
    String expected = Frames.text(brand, name + ".expected");

    if (expected.startsWith("error=")) {
      assertThatThrownBy(() -> read(brand, name))
          .isInstanceOf(WireException.class)
          .hasMessageContaining(Frames.line(expected, "error="));
    } else {
      assertThat(told(read(brand, name))).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  @DisplayName("在任何字节处截断：要么读出，要么拒绝，从不出别的错")
  void callCutAnywhereIsReadOrRefused(String brand, String name) {
    byte[] body = body(Frames.bytes(brand, name + ".call"));
    int step = Math.max(1, body.length / 100);

    for (int cut = 0; cut < body.length; cut += step) {
      byte[] piece = Arrays.copyOf(body, cut);
      assertThatCode(() -> readOrRefuse(brand, type(brand, name), piece))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hikvision-push", "vzenith-push", "huaxia-push"})
  @DisplayName("随机改动若干字节：要么读出，要么拒绝，从不出别的错，也从不开闸")
  void spoiledCallIsReadOrRefused(String brand) {
    Random random = new Random(7);
    for (String name : Frames.of(brand, ".call").toList()) {
      byte[] body = body(Frames.bytes(brand, name + ".call"));
      for (int round = 0; round < 20 && body.length > 0; round++) {
        byte[] spoiled = body.clone();
        for (int i = 0; i <= round % 8; i++) {
          spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
        }
        assertThatCode(() -> readOrRefuse(brand, type(brand, name), spoiled))
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  @DisplayName("重发的同一事件编号相同，无论当时在线还是离线")
  void resentEventHasTheSameId() throws WireException {
    assertThat(seen("vzenith-push", "stored-while-offline").eventId())
        .isEqualTo(seen("vzenith-push", "vehicle-with-pictures").eventId());
    assertThat(seen("huaxia-push", "offline-is-late").eventId())
        .isEqualTo(seen("huaxia-push", "online-with-pictures").eventId());
    assertThat(seen("hikvision-push", "retransmission-is-late").eventId())
        .isEqualTo(seen("hikvision-push", "document-and-two-pictures").eventId());
  }

  @Test
  @DisplayName("臻识心跳里的口令不进留样的坏帧")
  void passwordIsNotKeptWithABadFrame() {
    assertThatThrownBy(() -> read("vzenith-push", "neither-json-nor-form"))
        .isInstanceOfSatisfying(WireException.class, e -> assertThat(e.frame()).isEmpty())
        .hasMessageNotContaining("never-log-this");
  }

  private static void readOrRefuse(String brand, String type, byte[] body) {
    try {
      Pushed pushed = DIALECTS.get(brand).read(type, body);
      pushed.vehicles().forEach(v -> v.seenBy("c", NOW));
      assertThat(new String(pushed.answer(), UTF_8)).doesNotContain("\"ok\"", "gpio_data");
    } catch (WireException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private static PlateSeen seen(String brand, String name) throws WireException {
    return read(brand, name).vehicles().get(0).seenBy("A-01-camera", NOW);
  }

  private static Pushed read(String brand, String name) throws WireException {
    byte[] call = Frames.bytes(brand, name + ".call");
    return DIALECTS.get(brand).read(type(brand, name), body(call));
  }

  private static String type(String brand, String name) {
    String first = Frames.text(brand, name + ".call").lines().findFirst().orElseThrow();
    return first.substring("Content-Type:".length()).strip();
  }

  private static byte[] body(byte[] call) {
    int at = new String(call, ISO_8859_1).indexOf("\r\n\r\n") + 4;
    return Arrays.copyOfRange(call, at, call.length);
  }

  private static String told(Pushed pushed) {
    return pushed.vehicles().stream()
            .map(v -> told(v.seenBy("A-01-camera", NOW)))
            .collect(Collectors.joining())
        + "trouble="
        + pushed.trouble()
        + "\nanswer="
        + new String(pushed.answer(), UTF_8)
        + "\n";
  }

  private static String told(PlateSeen seen) {
    return String.join(
        "\n",
        "event=" + (seen.eventId().equals(seen.rawDigest()) ? "digest" : seen.eventId()),
        "at=" + seen.deviceTime(),
        "late=" + seen.late(),
        "reading=" + seen.reading(),
        "plate=" + seen.plate(),
        "color=" + seen.color(),
        "confidence=" + seen.confidence(),
        "heading=" + seen.heading(),
        "vehicleType=" + seen.vehicleType(),
        "pictures="
            + seen.pictures().stream().map(Picture::toString).collect(Collectors.joining(", ")),
        "");
  }
}
