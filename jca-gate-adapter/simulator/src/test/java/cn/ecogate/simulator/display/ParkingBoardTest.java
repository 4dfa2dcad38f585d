package cn.ecogate.simulator.display;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.line.Bus;
import cn.ecogate.simulator.line.Crc16;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A parking display shows and says what its frames tell")
class ParkingBoardTest {

  private static final Charset GBK = Charset.forName("GBK");

  private final List<String> noticed = new ArrayList<>();
  private final ParkingBoard board = new ParkingBoard(0, new Passer(noticed));

  @Test
  @DisplayName("the maker's own example is spoken, check and all")
  void speaksTheMakersExample() {
    byte[] frame = HexFormat.of().parseHex("0064FFFF301401" + hex("欢迎光临,请入场停车") + "A936");
    assertThat(board.lengthOf(frame)).isEqualTo(frame.length);
    assertThat(Crc16.holds(frame)).isTrue();
    byte[] answer = board.answer(frame).orElseThrow();
    assertThat(HexFormat.of().withUpperCase().formatHex(answer)).startsWith("0064FFFF300100");
    assertThat(Crc16.holds(answer)).isTrue();
    assertThat(noticed).containsExactly("hears 欢迎光临,请入场停车");
  }

  @Test
  @DisplayName("a text comes with its line, colour and time")
  void showsText() {
    byte[] frame = text(0, 2, "国三 禁止通行", 0xFF, 0, 0, 20);
    assertThat(board.lengthOf(frame)).isEqualTo(frame.length);
    assertThat(board.answer(frame)).isPresent();
    assertThat(noticed).containsExactly("sees 2 国三 禁止通行 #FF0000 20");
    assertThat(board.lines()).containsEntry(2, "国三 禁止通行");
  }

  @Test
  @DisplayName("a text whose length is a lie is not acknowledged")
  void refusesALie() {
    byte[] frame = text(0, 2, "通行", 0, 0xFF, 0, 5);
    frame[6 + 17]++;
    assertThat(board.answer(frame)).isEmpty();
    assertThat(noticed).singleElement().asString().startsWith("confused");
  }

  @Test
  @DisplayName("two boards on one line answer to their own addresses")
  void sharesALine() {
    List<String> second = new ArrayList<>();
    Bus bus = new Bus(List.of(board, new ParkingBoard(1, new Passer(second))));
    assertThat(bus.answer(text(1, 0, "通行", 0, 0xFF, 0, 5)).orElseThrow()[0]).isEqualTo((byte) 1);
    assertThat(noticed).isEmpty();
    assertThat(second).hasSize(1);
  }

  @Test
  @DisplayName("what does not begin as its frames do is no frame")
  void knowsItsHead() {
    assertThat(board.lengthOf(HexFormat.of().parseHex("0165"))).isEqualTo(-1);
    assertThat(board.lengthOf(HexFormat.of().parseHex("0064FF"))).isZero();
  }

  private static byte[] text(
      int address, int line, String text, int red, int green, int blue, int seconds) {
    byte[] gbk = text.getBytes(GBK);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    int[] head = {address, 0x64, 0xFF, 0xFF, 0x62, 19 + gbk.length};
    int[] manner = {line, 0x15, 1, 0, seconds, 0x15, 1, 3, 0, red, green, blue, 0, 0, 0, 0, 0};
    for (int b : head) {
      frame.write(b);
    }
    for (int b : manner) {
      frame.write(b);
    }
    frame.write(gbk.length);
    frame.write(0);
    frame.writeBytes(gbk);
    return Crc16.sealed(frame.toByteArray());
  }

  private static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(GBK));
  }

  private record Passer(List<String> noticed) implements ParkingBoard.Audience {

    @Override
    public void sees(int line, String text, String color, int seconds) {
      noticed.add("sees " + line + " " + text + " " + color + " " + seconds);
    }

    @Override
    public void hears(String text) {
      noticed.add("hears " + text);
    }

    @Override
    public void confused(String why) {
      noticed.add("confused " + why);
    }
  }
}
