package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.WeightReport;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Indicators and a scanner on a serial port, in pieces, with noise, and unplugged. */
@Timeout(60)
class SerialScaleIT {

  private static final byte[] A9 = hex("02 2B 30 30 33 32 39 30 30 31 33 03");
  private static final byte[] TOLEDO = hex("02 2A 30 20 30 31 32 33 34 30 30 30 30 30 30 30 0D 2D");

  @TempDir private Path folder;

  private final Collected outlet = new Collected();
  private final PlainThreads threads = new PlainThreads();
  private final Switchboard switchboard =
      new Switchboard(threads, outlet, Clock.systemUTC(), Quick.TIMINGS);
  private SerialPair pair;

  @BeforeEach
  void plugIn() throws IOException {
    pair = new SerialPair(folder);
    pair.plugIn();
  }

  @AfterEach
  void everyThreadEnds() throws InterruptedException {
    switchboard.close(Duration.ofSeconds(10));
    pair.close();
    assertThat(threads.survivors(5_000)).isEmpty();
  }

  @Test
  @DisplayName("A9：逐字节、夹杂噪声，仍读出一次稳定重量")
  void a9InPieces() throws Exception {
    install("yaohua-a9", "1200");
    byte[] noise = {0x55, (byte) 0xFF, 0x00};
    try (FileOutputStream to = new FileOutputStream(pair.theirs().toFile())) {
      to.write(A9, 4, 8);
      to.write(A9);
      to.write(noise);
      for (int frame = 0; frame < 8; frame++) {
        for (byte each : A9) {
          to.write(each);
        }
      }
      assertThat(Collected.next(outlet.weights, w -> true).gross()).isEqualByComparingTo("3290");
      outlet.healthIn(State.UP);
    }
    assertThat(outlet.weights).isEmpty();
  }

  @Test
  @DisplayName("托利多：7 位偶校验的线路也能读")
  void toledoWithParity() throws Exception {
    install("toledo-continuous", "4800");
    byte[] even = new byte[TOLEDO.length];
    for (int at = 0; at < even.length; at++) {
      even[at] = (byte) (Integer.bitCount(TOLEDO[at]) % 2 == 0 ? TOLEDO[at] : TOLEDO[at] | 0x80);
    }
    assertThat(Arrays.equals(even, TOLEDO)).isFalse();
    try (FileOutputStream to = new FileOutputStream(pair.theirs().toFile())) {
      for (int frame = 0; frame < 6; frame++) {
        to.write(even);
      }
      assertThat(Collected.next(outlet.weights, w -> true).gross()).isEqualByComparingTo("12340");
    }
  }

  @Test
  @DisplayName("转换器拔出后说明原因，插回后继续称重")
  void unpluggedAndPluggedInAgain() throws Exception {
    install("yaohua-a9", "9600");
    try (FileOutputStream to = new FileOutputStream(pair.theirs().toFile())) {
      to.write(A9);
      outlet.healthIn(State.UP);
      pair.pullOut();
      assertThat(outlet.healthIn(State.DOWN).complaint())
          .hasValueSatisfying(c -> assertThat(c).contains("串口"));
      Collected.next(outlet.scales, s -> s.state() == WeightReport.State.SILENT);
    }
    pair.plugIn();
    try (FileOutputStream to = new FileOutputStream(pair.theirs().toFile())) {
      for (int frame = 0; frame < 6; frame++) {
        to.write(A9);
      }
      assertThat(Collected.next(outlet.weights, w -> true).stableFrames()).isEqualTo(5);
    }
  }

  @Test
  @DisplayName("扫码器：拔出后说明原因，插回后继续扫码")
  void scannerUnplugged() throws Exception {
    install("text-scanner", "9600");
    outlet.healthIn(State.UP);
    pair.pullOut();
    outlet.healthIn(State.DOWN);
    pair.plugIn();
    outlet.healthIn(State.UP);
    try (FileOutputStream to = new FileOutputStream(pair.theirs().toFile())) {
      to.write("LFWSRXSJ0N1E08214\r".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      assertThat(Collected.next(outlet.tags, t -> true).value()).isEqualTo("LFWSRXSJ0N1E08214");
    }
  }

  private void install(String driver, String baud) throws Exception {
    String address = "serial:" + pair.ours() + "?baud=" + baud;
    switchboard.install(List.of(new DeviceSpec("A-01-x", driver, address, "", "", Map.of())));
  }

  private static byte[] hex(String text) {
    return HexFormat.ofDelimiter(" ").parseHex(text);
  }
}
