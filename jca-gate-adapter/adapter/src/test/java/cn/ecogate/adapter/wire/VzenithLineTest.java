package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.PlateSeen;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vzenith's TCP line: packets however they are cut, and the vehicles in them; a file each. */
@DisplayName("臻识 8131 端口：怎么切分都读出同样的包，包里是同一辆车")
class VzenithLineTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-11-20T01:30:06Z");

  static Stream<String> streams() {
    return Frames.of("vzenith", ".stream");
  }

  static Stream<String> sightings() {
    return Frames.of("vzenith", ".sighting");
  }

  @ParameterizedTest
  @MethodSource("streams")
  @DisplayName("整包、半包、重复、夹杂乱码，逐字节送入也一样")
  void packetsAreFoundHoweverTheyAreSplit(String name) {
    byte[] bytes = Frames.bytes("vzenith", name + ".stream");
    List<String> expected =
        Frames.text("vzenith", name + ".expected").lines().filter(l -> !l.isBlank()).toList();

    for (int piece : new int[] {bytes.length, 1, 2, 3, 7, 8, 9, 64}) {
      assertThat(told(bytes, piece)).as("in pieces of %d", piece).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("在每一个字节处断开，余下的到了就完整")
  void packetCutAtEveryByteIsWholeWhenTheRestHasCome() {
    byte[] bytes = Frames.bytes("vzenith", "vehicle-between-heartbeats.stream");
    List<String> whole = told(bytes, bytes.length);

    for (int cut = 1; cut < bytes.length; cut++) {
      List<String> read = new ArrayList<>();
      VzenithFrames frames = new VzenithFrames();
      frames.feed(bytes, 0, cut, into(read));
      frames.feed(bytes, cut, bytes.length - cut, into(read));
      assertThat(read).as("cut at %d", cut).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("sightings")
  @DisplayName("一个识别结果包读出一辆车")
  void bodySaysWhatIsExpected(String name) throws WireException {
    byte[] body = Frames.bytes("vzenith", name + ".body");
    String expected = Frames.text("vzenith", name + ".sighting");
    VzenithPacket packet = new VzenithPacket(VzenithPacket.TEXT, 0, body);

    if (expected.startsWith("error=")) {
      assertThatThrownBy(() -> VzenithSighting.read(packet, SHANGHAI))
          .isInstanceOf(WireException.class)
          .hasMessageContaining(Frames.line(expected, "error="));
    } else {
      assertThat(told(VzenithSighting.read(packet, SHANGHAI))).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("同一辆车：实时上报与事后取回的记录编号相同")
  void storedRecordIsKnownForTheLiveReport() throws WireException {
    VzenithSighting live = sighting("truck-in-gb2312");
    VzenithSighting stored = sighting("record-number-not-told");

    assertThat(stored.seenBy("c", NOW, true).eventId())
        .isEqualTo(live.seenBy("c", NOW, false).eventId());
  }

  @Test
  @DisplayName("发出的命令逐字节与协议一致")
  void commandsAreWrittenAsTheProtocolAsks() {
    assertThat(VzenithPacket.heartbeat()).containsExactly('V', 'Z', 1, 0, 0, 0, 0, 0);
    byte[] command = VzenithPacket.command(258, "{\"plate\":\"鲁\"}");
    assertThat(Arrays.copyOf(command, 8)).containsExactly('V', 'Z', 0, 2, 0, 0, 0, 14);
    assertThat(command[18]).isEqualTo((byte) 0xC2);
    assertThat(VzenithTalk.pulse("ioctl_resp", "7", 1, 500))
        .isEqualTo("{\"cmd\":\"ioctl_resp\",\"id\":\"7\",\"delay\":500,\"io\":1,\"value\":2}");
    assertThat(VzenithTalk.serialSend("8", "rs485-1", "ABCDEF".getBytes(UTF_8)))
        .isEqualTo(
            "{\"cmd\":\"ttransmission\",\"id\":\"8\",\"subcmd\":\"send\",\"datalen\":6,"
                + "\"data\":\"QUJDREVG\",\"comm\":\"rs485-1\"}");
    assertThat(VzenithTalk.listAdd("9", "云\"A\\1", "f", "u", "c"))
        .contains("\"plate\":\"云\\\"A\\\\1\"")
        .contains(
            "\"dldb_rec\":{\"create_time\":\"f\",\"enable_time\":\"f\",\"overdue_time\":\"u\"");
    assertThatThrownBy(() -> VzenithTalk.listDelete("1", " "))
        .as("the camera would clear its whole list")
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("密码只以 HMAC-SHA1 出现在线上")
  void passwordIsNeverOnTheLine() {
    // RFC 2202, test case 2.
    assertThat(VzenithTalk.login("1", "Jefe", "what do ya want for nothing?"))
        .contains("\"authentication\":\"7/zfauXrL6LSdBbV8YTfnCWafHk=\"")
        .doesNotContain("Jefe");
  }

  private static VzenithSighting sighting(String name) throws WireException {
    byte[] body = Frames.bytes("vzenith", name + ".body");
    return VzenithSighting.read(new VzenithPacket(VzenithPacket.TEXT, 0, body), SHANGHAI);
  }

  private static List<String> told(byte[] bytes, int piece) {
    List<String> told = new ArrayList<>();
    VzenithFrames frames = new VzenithFrames();
    for (int at = 0; at < bytes.length; at += piece) {
      frames.feed(bytes, at, Math.min(piece, bytes.length - at), into(told));
    }
    return told;
  }

  private static FrameReader.Found<VzenithPacket> into(List<String> told) {
    return new FrameReader.Found<>() {
      @Override
      public void frame(VzenithPacket packet, byte[] raw) {
        CRC32 sum = new CRC32();
        sum.update(packet.body());
        told.add(
            String.format(
                Locale.ROOT,
                "%d|%d|%d|%08x",
                packet.type(),
                packet.number(),
                packet.body().length,
                sum.getValue()));
      }

      @Override
      public void misunderstood(WireException why) {
        told.add("bad=" + why.getMessage().replaceFirst("^\\D*(\\d+ (个|字节)).*$", "$1"));
      }
    };
  }

  private static String told(VzenithSighting sighting) {
    PlateSeen seen = sighting.seenBy("A-01-camera", NOW, false);
    return String.join(
        "\n",
        "eventId=" + seen.eventId(),
        "at=" + sighting.plate().at().map(Instant::toString).orElse(""),
        "late=" + seen.late(),
        "opened=" + seen.openedByCamera(),
        "reading=" + seen.reading(),
        "plate=" + seen.plate(),
        "color=" + seen.color(),
        "confidence=" + seen.confidence(),
        "heading=" + seen.heading(),
        "record=" + sighting.record(),
        "pictures="
            + seen.pictures().stream()
                .map(p -> p.kind() + ":" + p.bytes().length)
                .collect(Collectors.joining(" ")),
        "");
  }
}
