package cn.ecogate.simulator.relay;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.line.Crc16;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A relay board answers the frames of its data sheet")
class RelayBoardTest {

  private final List<String> contact = new ArrayList<>();
  private final RelayBoard board =
      new RelayBoard(1, 8, 8, true)
          .wireCoil(0, (closed, frame) -> contact.add(closed ? "closed" : "open"))
          .wireInput(0, () -> true)
          .wireInput(2, () -> true);

  @Test
  @DisplayName("FC05 on and off come back as they were sent")
  void writesOneCoil() {
    assertThat(asked("01 05 00 00 FF 00 8C 3A")).isEqualTo("01 05 00 00 FF 00 8C 3A");
    assertThat(asked("01 05 00 00 00 00 CD CA")).isEqualTo("01 05 00 00 00 00 CD CA");
    assertThat(contact).containsExactly("closed", "open");
  }

  @Test
  @DisplayName("FC02 tells the eight inputs in one byte")
  void readsInputs() {
    assertThat(asked("01 02 00 00 00 08 79 CC")).isEqualTo(sealed("01 02 01 05"));
  }

  @Test
  @DisplayName("FC01 tells the coils, FC15 sets several of them at once")
  void readsAndWritesManyCoils() {
    assertThat(asked(sealed("01 0F 00 00 00 08 01 81"))).isEqualTo(sealed("01 0F 00 00 00 08"));
    assertThat(asked(sealed("01 01 00 00 00 08"))).isEqualTo(sealed("01 01 01 81"));
    assertThat(asked(sealed("01 0F 00 00 00 01 01 00"))).isEqualTo(sealed("01 0F 00 00 00 01"));
    assertThat(asked(sealed("01 01 00 00 00 08"))).isEqualTo(sealed("01 01 01 80"));
  }

  @Test
  @DisplayName("a pulse of seven is over after 700 ms, and not before")
  void timesAPulse() {
    board.advance(10_000);
    assertThat(asked("01 05 02 00 00 07 8D B0")).isEqualTo("01 05 02 00 00 07 8D B0");
    board.advance(10_699);
    assertThat(contact).containsExactly("closed");
    board.advance(10_700);
    assertThat(contact).containsExactly("closed", "open");
  }

  @Test
  @DisplayName("a coil that is switched by hand forgets its pulse")
  void aCommandEndsAPulse() {
    asked("01 05 02 00 00 07 8D B0");
    asked("01 05 00 00 00 00 CD CA");
    asked("01 05 00 00 FF 00 8C 3A");
    board.advance(60_000);
    assertThat(contact).containsExactly("closed", "open", "closed");
  }

  @Test
  @DisplayName("a board without timed pulses refuses its value and moves nothing")
  void aPlainBoardKnowsNoPulse() {
    RelayBoard plain =
        new RelayBoard(1, 8, 8, false).wireCoil(0, (closed, frame) -> contact.add("moved"));
    byte[] answer = plain.answer(bytes("01 05 02 00 00 07 8D B0")).orElseThrow();
    assertThat(hex(answer)).isEqualTo(sealed("01 85 03"));
    assertThat(contact).isEmpty();
  }

  @Test
  @DisplayName("unknown functions, addresses and values are answered with their exceptions")
  void refusesWhatItDoesNotKnow() {
    assertThat(asked(sealed("01 07"))).isEqualTo(sealed("01 87 01"));
    assertThat(asked(sealed("01 05 00 08 FF 00"))).isEqualTo(sealed("01 85 02"));
    assertThat(asked(sealed("01 05 00 00 12 34"))).isEqualTo(sealed("01 85 03"));
    assertThat(asked(sealed("01 02 00 04 00 08"))).isEqualTo(sealed("01 82 02"));
    assertThat(asked(sealed("01 01 00 00 00 00"))).isEqualTo(sealed("01 81 03"));
  }

  @Test
  @DisplayName("its own address stands in register 0x4000")
  void tellsItsAddress() {
    assertThat(asked(sealed("01 03 40 00 00 01"))).isEqualTo(sealed("01 03 02 00 01"));
    assertThat(asked(sealed("01 06 40 00 00 01"))).isEqualTo(sealed("01 06 40 00 00 01"));
    assertThat(asked(sealed("01 06 40 00 00 02"))).isEqualTo(sealed("01 86 03"));
  }

  @Test
  @DisplayName("a broadcast is obeyed without an answer, another's frame is neither")
  void listensToItsOwnAddress() {
    assertThat(board.answer(bytes(sealed("02 05 00 00 FF 00")))).isEmpty();
    assertThat(contact).isEmpty();
    assertThat(board.answer(bytes(sealed("00 05 00 00 FF 00")))).isEmpty();
    assertThat(contact).containsExactly("closed");
  }

  private String asked(String frame) {
    byte[] bytes = bytes(frame);
    assertThat(board.lengthOf(bytes)).isEqualTo(bytes.length);
    return hex(board.answer(bytes).orElseThrow());
  }

  private static String sealed(String body) {
    return hex(Crc16.sealed(bytes(body)));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
  }
}
