package cn.ecogate.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.relay.RelayBoard;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A board cuts frames out of whatever the line brings")
class FrameTalkTest {

  private final Mischief mischief = new Mischief();

  private static final String INPUTS = "01020000000879CC";
  private static final String SILENCE = "";

  private final List<String> noise = new ArrayList<>();

  @Test
  @DisplayName("one frame, one answer")
  void whole() throws IOException {
    String answer = answers(INPUTS).get(0);
    assertThat(answers(INPUTS)).hasSize(1);
    assertThat(answer).startsWith("01020100");
    assertThat(Crc16.holds(HexFormat.of().parseHex(answer))).isTrue();
  }

  @Test
  @DisplayName("a frame in pieces is answered once, two in one piece twice")
  void splitAndDoubled() throws IOException {
    assertThat(answers("0102", "00000008", "79CC")).hasSize(1);
    assertThat(answers(INPUTS + INPUTS)).hasSize(2);
  }

  @Test
  @DisplayName("a cut frame is forgotten in the silence, the next one is answered")
  void cut() throws IOException {
    assertThat(answers("010200", SILENCE, INPUTS)).hasSize(1);
    assertThat(noise).singleElement().asString().contains("01 02 00");
  }

  @Test
  @DisplayName("a frame with a wrong check gets no answer and takes what came with it along")
  void wrongCheck() throws IOException {
    assertThat(answers("01020000000879CD" + INPUTS, SILENCE, INPUTS)).hasSize(1);
    assertThat(noise).hasSize(1);
  }

  private List<String> answers(String... chunks) throws IOException {
    noise.clear();
    FakeLine line = new FakeLine(chunks);
    new FrameTalk(
            new RelayBoard(1, 8, 8, true),
            0,
            (what, bytes) -> noise.add(what + ": " + bytes),
            mischief)
        .hold(line);
    return line.written;
  }

  /** Brings its chunks one by one, an empty one as silence, and ends. */
  private static final class FakeLine implements Line {

    private final Deque<String> chunks;
    private final List<String> written = new ArrayList<>();

    FakeLine(String... chunks) {
      this.chunks = new ArrayDeque<>(List.of(chunks));
    }

    @Override
    public int read(byte[] into, int waitMillis) {
      if (chunks.isEmpty()) {
        return -1;
      }
      byte[] bytes = HexFormat.of().parseHex(chunks.removeFirst());
      System.arraycopy(bytes, 0, into, 0, bytes.length);
      return bytes.length;
    }

    @Override
    public void write(byte[] bytes) {
      written.add(HexFormat.of().withUpperCase().formatHex(bytes));
    }
  }
}
