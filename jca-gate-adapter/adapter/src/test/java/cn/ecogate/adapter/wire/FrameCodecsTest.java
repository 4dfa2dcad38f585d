package cn.ecogate.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.GateCommand.Tone;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written to relay boards and displays, byte for byte, and what their answers mean. */
class FrameCodecsTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  static Stream<String> relayCases() {
    return Frames.of("modbus", ".txt");
  }

  static Stream<String> boardCases() {
    return Frames.of("board", ".txt");
  }

  @ParameterizedTest
  @MethodSource("relayCases")
  void relayBoard(String name) throws WireException {
    Exchange exchange = new Exchange(Frames.text("modbus", name + ".txt"));
    String[] call = exchange.call;
    int unit = Integer.parseInt(call[1]);
    int at = Integer.parseInt(call[2]);
    switch (call[0]) {
      case "writeCoil" ->
          exchange.writes(
              ModbusRtu.writeCoil(unit, at, Boolean.parseBoolean(call[3])),
              ModbusRtu::confirmWrite);
      case "pulse" ->
          exchange.writes(
              ModbusRtu.pulse(unit, at, Integer.parseInt(call[3])), ModbusRtu::confirmWrite);
      case "readInputs" -> exchange.reads(ModbusRtu.readInputs(unit, at), ModbusRtu::inputs);
      case "readCoil" -> exchange.reads(ModbusRtu.readCoil(unit, at), ModbusRtu::coil);
      default -> throw new IllegalStateException(call[0]);
    }
  }

  @ParameterizedTest
  @MethodSource("boardCases")
  void parkingBoard(String name) throws WireException {
    Exchange exchange = new Exchange(Frames.text("board", name + ".txt"));
    String[] call = exchange.call;
    int board = Integer.parseInt(call[1]);
    byte[] frame =
        call[0].equals("voice")
            ? ParkingBoard.voice(board, call[2])
            : ParkingBoard.text(
                board,
                Integer.parseInt(call[2]),
                exchange.rest(5),
                Tone.valueOf(call[3]),
                Integer.parseInt(call[4]));
    exchange.writes(frame, ParkingBoard::confirm);
  }

  @Test
  void relayReplyLengthIsKnownAsSoonAsItCanBe() {
    byte[] inputs = HEX.parseHex("01 02 02 01 08");
    assertThat(ModbusRtu.replyLength(inputs, 1)).isZero();
    assertThat(ModbusRtu.replyLength(inputs, 2)).isZero();
    assertThat(ModbusRtu.replyLength(inputs, 3)).isEqualTo(7);
    assertThat(ModbusRtu.replyLength(HEX.parseHex("01 05"), 2)).isEqualTo(8);
    assertThat(ModbusRtu.replyLength(HEX.parseHex("01 85"), 2)).isEqualTo(5);
  }

  @Test
  void longTextIsCutBetweenCharactersAndTheFrameStaysValid() {
    byte[] frame = ParkingBoard.text(0, 0, "禁".repeat(300), Tone.REFUSE, 0);

    assertThat(frame[5] & 0xFF).isEqualTo(255 - 19 + 19);
    assertThat(frame).hasSize(6 + 255 + 2);
    assertThat(ModbusRtu.crcHolds(frame)).isTrue();
    assertThat(ParkingBoard.voice(0, "禁".repeat(300))[5] & 0xFF).isEqualTo(255);
  }

  private interface Confirm {
    void check(byte[] request, byte[] reply) throws WireException;
  }

  private interface Read {
    Object read(byte[] request, byte[] reply) throws WireException;
  }

  /** A golden exchange: the call, the bytes out, the bytes in, the outcome. */
  private static final class Exchange {

    private final String callText;
    private final String[] call;
    private final String request;
    private final byte[] reply;
    private final String outcome;

    Exchange(String text) {
      callText = Frames.line(text, "call ");
      call = callText.split(" ");
      request = Frames.line(text, "> ");
      reply = HEX.parseHex(Frames.line(text, "< "));
      outcome = Frames.line(text, "= ");
    }

    String rest(int from) {
      return callText.split(" ", from + 1)[from];
    }

    void writes(byte[] frame, Confirm confirm) throws WireException {
      reads(
          frame,
          (asked, answered) -> {
            confirm.check(asked, answered);
            return "ok";
          });
    }

    void reads(byte[] frame, Read read) throws WireException {
      assertThat(HEX.formatHex(frame)).isEqualTo(request);
      if (outcome.startsWith("error=")) {
        assertThatThrownBy(() -> read.read(frame, reply))
            .isInstanceOf(WireException.class)
            .hasMessageContaining(outcome.substring("error=".length()));
      } else {
        assertThat(read.read(frame, reply)).hasToString(outcome);
      }
    }
  }
}
