package cn.ecogate.adapter.wire;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.wire.WeightFrame.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What weighbridges and scanners say unasked: a golden file per case, however it is split. */
class WeightFramesTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  static Stream<String> a9() {
    return Frames.of("a9", ".txt");
  }

  static Stream<String> toledo() {
    return Frames.of("toledo", ".txt");
  }

  static Stream<String> stgs() {
    return Frames.of("stgs", ".txt");
  }

  static Stream<String> lines() {
    return Frames.of("lines", ".txt");
  }

  @ParameterizedTest
  @MethodSource("a9")
  @DisplayName("耀华 A9/DS3")
  void a9(String name) {
    new Golden("a9", name).holds(() -> new YaohuaA9(Unit.KILOGRAMS));
  }

  @ParameterizedTest
  @MethodSource("toledo")
  @DisplayName("托利多连续输出")
  void toledo(String name) {
    new Golden("toledo", name).holds(() -> new ToledoContinuous(Unit.KILOGRAMS));
  }

  @ParameterizedTest
  @MethodSource("stgs")
  @DisplayName("ST,GS 文本行")
  void stgs(String name) {
    new Golden("stgs", name).holds(() -> new StGs(Unit.KILOGRAMS));
  }

  @ParameterizedTest
  @MethodSource("lines")
  @DisplayName("扫码器文本行")
  void lines(String name) {
    new Golden("lines", name).holds(() -> TextLines.upTo(1024));
  }

  @Test
  @DisplayName("在任意字节处断开，随后的完整帧仍能读出")
  void whateverIsLostTheSecondNextFrameIsRead() {
    List<Golden> documented =
        List.of(new Golden("a9", "documented"), new Golden("toledo", "documented"));
    for (Golden golden : documented) {
      byte[] whole = golden.bytes;
      for (int from = 0; from < whole.length; from++) {
        for (int to = from; to <= whole.length; to++) {
          FrameReader<WeightFrame> reader =
              golden.folder.equals("a9")
                  ? new YaohuaA9(Unit.KILOGRAMS)
                  : new ToledoContinuous(Unit.KILOGRAMS);
          Heard<WeightFrame> heard = new Heard<>();
          reader.feed(whole, 0, whole.length, heard);
          reader.feed(whole, from, to - from, heard);
          reader.feed(whole, 0, whole.length, heard);
          reader.feed(whole, 0, whole.length, heard);
          assertThat(heard.frames).as("lost all but %d to %d", from, to).hasSizeBetween(3, 4);
          assertThat(heard.frames).containsOnly(golden.expected.get(0));
        }
      }
    }
  }

  @Test
  @DisplayName("随机噪声中不出现重量，也不会中断")
  void noiseIsNoWeight() {
    Random dice = new Random(20261122);
    byte[] noise = new byte[100_000];
    dice.nextBytes(noise);
    for (FrameReader<WeightFrame> reader :
        List.of(
            new YaohuaA9(Unit.KILOGRAMS),
            new ToledoContinuous(Unit.KILOGRAMS),
            new StGs(Unit.KILOGRAMS))) {
      Heard<WeightFrame> heard = new Heard<>();
      reader.feed(noise, 0, noise.length, heard);
      assertThat(heard.frames).isEmpty();
      assertThat(heard.told).isNotEmpty();
    }
  }

  @Test
  @DisplayName("仪表以吨计数时换算为千克")
  void indicatorThatCountsInTonnes() {
    Heard<WeightFrame> heard = new Heard<>();
    byte[] frame = HEX.parseHex("02 2B 30 31 32 33 34 30 33 31 43 03");
    frame[9] = '1';
    frame[10] = (byte) "0123456789ABCDEF".charAt((0x2B ^ 0x31 ^ 0x32 ^ 0x34) & 0xF);

    new YaohuaA9(Unit.TONNES).feed(frame, 0, frame.length, heard);

    assertThat(heard.told).containsExactly("gross=12340 tare=- net=- UNTOLD FINE");
  }

  /** A golden stream: its bytes, and what is told of them. */
  private static final class Golden {

    private final String folder;
    private final byte[] bytes;
    private final List<String> expected;

    Golden(String folder, String name) {
      this.folder = folder;
      String text = Frames.text(folder, name + ".txt");
      bytes =
          HEX.parseHex(
              text.lines()
                  .filter(l -> l.startsWith("< "))
                  .map(l -> l.substring(2))
                  .reduce((a, b) -> a + " " + b)
                  .orElseThrow());
      expected =
          text.lines().filter(l -> l.startsWith("= ")).map(l -> l.substring(2)).collect(toList());
    }

    <T> void holds(java.util.function.Supplier<FrameReader<T>> codec) {
      check(codec.get(), bytes.length);
      check(codec.get(), 1);
      for (int first = 1; first < bytes.length; first++) {
        Heard<T> heard = new Heard<>();
        FrameReader<T> reader = codec.get();
        reader.feed(bytes, 0, first, heard);
        reader.feed(bytes, first, bytes.length - first, heard);
        compare(heard, "split after " + first);
      }
    }

    private <T> void check(FrameReader<T> reader, int piece) {
      Heard<T> heard = new Heard<>();
      for (int at = 0; at < bytes.length; at += piece) {
        reader.feed(bytes, at, Math.min(piece, bytes.length - at), heard);
      }
      compare(heard, "in pieces of " + piece);
    }

    private <T> void compare(Heard<T> heard, String how) {
      assertThat(heard.told).as(how).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        if (expected.get(i).startsWith("error=")) {
          assertThat(heard.told.get(i))
              .as(how)
              .startsWith("error=")
              .contains(expected.get(i).substring("error=".length()));
        } else {
          assertThat(heard.told.get(i)).as(how).isEqualTo(expected.get(i));
        }
      }
    }
  }

  /** What a reader told, in order. */
  private static final class Heard<T> implements FrameReader.Found<T> {

    private final List<String> told = new ArrayList<>();
    private final List<String> frames = new ArrayList<>();

    @Override
    public void frame(T meaning, byte[] raw) {
      assertThat(raw).isNotEmpty();
      frames.add(told(meaning));
      told.add(told(meaning));
    }

    @Override
    public void misunderstood(WireException why) {
      assertThat(why.frame()).isNotEmpty();
      told.add("error=" + why.getMessage());
    }

    private static String told(Object meaning) {
      if (!(meaning instanceof WeightFrame)) {
        return meaning.toString();
      }
      WeightFrame frame = (WeightFrame) meaning;
      return "gross=%s tare=%s net=%s %s %s"
          .formatted(
              plain(frame.gross()),
              plain(frame.tare()),
              plain(frame.net()),
              frame.motion(),
              frame.range());
    }

    private static String plain(Optional<BigDecimal> weight) {
      return weight.map(BigDecimal::toPlainString).orElse("-");
    }
  }
}
