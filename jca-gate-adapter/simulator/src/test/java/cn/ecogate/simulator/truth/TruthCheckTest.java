package cn.ecogate.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.truth.TruthCheck.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The check of records against the truth finds what was planted")
class TruthCheckTest {

  private static final Event A1 = new Event("A-01-camera", "1");
  private static final Event A2 = new Event("A-01-camera", "2");
  private static final Event A3 = new Event("A-01-camera", "3");
  private static final Event B1 = new Event("B-01-camera", "1");
  private static final List<Event> SHOWN = List.of(A1, B1, A2, A3);

  @TempDir private Path folder;

  @Test
  @DisplayName("all there, once, lanes in their order: nothing to say")
  void allIsWell() {
    assertThat(TruthCheck.faults(SHOWN, List.of(B1, A1, A2, A3), List.of())).isEmpty();
  }

  @Test
  @DisplayName("a loss, a double, an invention and a swap are each named")
  void planted() {
    assertThat(TruthCheck.faults(SHOWN, List.of(A1, A2, A3), List.of()))
        .singleElement()
        .asString()
        .startsWith("1 lost")
        .contains("B-01-camera");
    assertThat(TruthCheck.faults(SHOWN, List.of(A1, B1, A2, A2, A3), List.of()))
        .singleElement()
        .asString()
        .startsWith("1 doubled");
    assertThat(
            TruthCheck.faults(
                SHOWN, List.of(A1, B1, A2, A3, new Event("A-01-camera", "9")), List.of()))
        .anyMatch(fault -> fault.startsWith("1 made up"));
    assertThat(TruthCheck.faults(SHOWN, List.of(A2, B1, A1, A3), List.of()))
        .singleElement()
        .asString()
        .startsWith("1 out of order");
  }

  @Test
  @DisplayName("a live vehicle may overtake history; neither may overtake its own kind")
  void liveOvertakesHistory() {
    assertThat(TruthCheck.faults(SHOWN, List.of(A2, A3), List.of(A1, B1))).isEmpty();
    assertThat(TruthCheck.faults(SHOWN, List.of(B1), List.of(A1, A3, A2)))
        .singleElement()
        .asString()
        .startsWith("1 out of order");
    assertThat(TruthCheck.faults(SHOWN, List.of(A1, B1, A2), List.of(A2, A3)))
        .singleElement()
        .asString()
        .startsWith("1 doubled");
  }

  @Test
  @DisplayName("it reads the log, and only what was seen; a last line cut by a kill is none")
  void readsTheLog() throws IOException {
    Path log = folder.resolve("truth.jsonl");
    Files.writeString(
        log,
        """
        {"at":"x","what":"started","device":"site"}
        {"at":"x","what":"plate-seen","device":"A-01-camera","event":"1","listeners":1}
        {"at":"x","what":"plate-seen","device":"B-01-camera","event":"1","listeners":1}
        {"at":"x","what":"plate-seen","device":"B-01-cam\
        """);
    assertThat(TruthCheck.shown(log)).containsExactly(A1, B1);
  }
}
