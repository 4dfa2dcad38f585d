package cn.ecogate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.line.FrameTalk;
import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.line.SerialPlug;
import cn.ecogate.simulator.relay.RelayBoard;
import cn.ecogate.simulator.scale.Indicator;
import cn.ecogate.simulator.scale.IndicatorTalk;
import cn.ecogate.simulator.scale.Weighbridge;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Boards speak on a serial device (a socat PTY pair)")
@Timeout(60)
class SerialBoardsIT {

  @TempDir private Path folder;
  private Process socat;

  @BeforeEach
  void pair() throws IOException {
    try {
      socat =
          new ProcessBuilder(
                  "socat",
                  "pty,raw,echo=0,link=" + folder.resolve("board"),
                  "pty,raw,echo=0,link=" + folder.resolve("host"))
              .inheritIO()
              .start();
    } catch (IOException missing) {
      throw new IllegalStateException("This test needs socat: apt-get install socat", missing);
    }
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!Files.exists(folder.resolve("board")) || !Files.exists(folder.resolve("host"))) {
      assertThat(System.nanoTime()).as("socat has not made its pair").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void unpair() throws InterruptedException {
    socat.destroy();
    assertThat(socat.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("frames of the data sheet, back and forth, and nothing after the plug is pulled")
  void answersOnAPty() throws IOException {
    List<String> moved = new ArrayList<>();
    RelayBoard board =
        new RelayBoard(1, 8, 8, true).wireCoil(0, (closed, frame) -> moved.add(frame));
    SerialPlug plug =
        new SerialPlug(
            "A-01-barrier",
            folder.resolve("board").toRealPath().toString(),
            9600,
            new FrameTalk(board, 9600, (what, bytes) -> moved.add(what), new Mischief()));
    plug.plugIn();
    try (RandomAccessFile host = new RandomAccessFile(folder.resolve("host").toFile(), "rw")) {
      assertThat(exchanged(host, "010500 00FF008C3A", 8)).isEqualTo("01050000FF008C3A");
      assertThat(exchanged(host, "01020000000879CC", 6)).startsWith("010201");
      assertThat(moved).containsExactly("01 05 00 00 FF 00 8C 3A");
    } finally {
      plug.pull();
    }
    assertThat(plug.plugged()).isFalse();
  }

  @Test
  @DisplayName("a weighbridge speaks by itself; cut on command, its next frame is whole again")
  void weighsOnAPty() throws IOException {
    Mischief mischief = new Mischief();
    mischief.order(Mischief.Fault.CUT, 1);
    Weighbridge bridge = new Weighbridge(new Random(1));
    SerialPlug plug =
        new SerialPlug(
            "A-01-weighbridge",
            folder.resolve("board").toRealPath().toString(),
            9600,
            new IndicatorTalk(Indicator.YAOHUA_A9, bridge, mischief));
    plug.plugIn();
    try (RandomAccessFile host = new RandomAccessFile(folder.resolve("host").toFile(), "r")) {
      byte[] cutAndWhole = new byte[18];
      host.readFully(cutAndWhole);
      assertThat(HexFormat.of().withUpperCase().formatHex(cutAndWhole))
          .isEqualTo("022B30303030" + "022B30303030303030" + "314203");
    } finally {
      plug.pull();
    }
  }

  private static String exchanged(RandomAccessFile host, String frame, int length)
      throws IOException {
    host.write(HexFormat.of().parseHex(frame.replace(" ", "")));
    byte[] answer = new byte[length];
    host.readFully(answer);
    return HexFormat.of().withUpperCase().formatHex(answer);
  }
}
