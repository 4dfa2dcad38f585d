package cn.ecogate.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.truth.TruthCheck;
import cn.ecogate.simulator.truth.TruthCheck.Event;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Very many events through the started system, a tenth of them said twice, some out of order, some
 * over a line that broke: none lost, none doubled, each lane in its order, live and history each.
 * {@code ./bench flood} runs it with 100,000.
 */
class FloodIT {

  private static final int LANES = 8;
  private static final int EVENTS = Integer.getInteger("flood.events", 3_000);
  private static final int SEED = Integer.getInteger("flood.seed", 20_261_122);
  private static final Duration START = Duration.ofMinutes(12);

  /** No machine is so slow that it takes less than ten events a second. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60 + EVENTS / 10);

  /** What {@code ./bench flood} shows in the end. */
  private static final Path REPORT = Path.of("target/flood.txt");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  @DisplayName("大量事件（重复、乱序、断线重连）经过启动的系统：不丢、不重、各车道次序不变")
  void nothingIsLostDoubledOrSwapped() throws Exception {
    TrialSite site = FloodSite.in(folder, LANES);
    try (Program system =
            Program.start(
                folder,
                "run",
                List.of(
                    TrialSite.HOME.resolve("run").toString(),
                    "--no-simulator",
                    "--http-port=" + site.httpPort(),
                    "--data-dir=" + site.dataDir(),
                    "--site=" + site.file()));
        PlayedDevices devices =
            PlayedDevices.start(
                folder, site.file(), "--pace", "0", "--small-pictures", "--baud-pace", "0")) {
      system.awaitWords("EcoGate 已就绪", START);
      Patience.until("every camera has a listener", Duration.ofMinutes(2), () -> watched(devices));
      long begun = System.nanoTime();
      devices.act("/flood?events=" + EVENTS + "&seed=" + SEED);
      Patience.until("all is shown", LONG_ENOUGH, () -> isShown(devices));
      List<Event> shown = TruthCheck.shown(devices.truthLog());
      int different = new HashSet<>(shown).size();
      Books books = Books.of(site.dataDir());
      Patience.until(
          "all " + different + " are recorded",
          LONG_ENOUGH,
          () -> books.count("passage") >= different);
      report(different, begun, devices);

      List<Event> live = recorded(books, "FALSE");
      List<Event> history = recorded(books, "TRUE");
      assertThat(TruthCheck.faults(shown, live, history)).isEmpty();
      assertThat(shown).hasSize(EVENTS);
      // The check itself: what it cannot see it would not have missed.
      List<Event> fewer = new ArrayList<>(live);
      Event planted = fewer.remove(live.size() / 2);
      assertThat(TruthCheck.faults(shown, fewer, history))
          .singleElement()
          .asString()
          .contains("1 lost");
      List<Event> more = new ArrayList<>(history);
      more.add(planted);
      assertThat(TruthCheck.faults(shown, live, more))
          .anyMatch(fault -> fault.startsWith("1 doubled"));
      List<Event> swapped = new ArrayList<>(live);
      Collections.swap(swapped, 0, swapped.size() - 1);
      assertThat(TruthCheck.faults(shown, swapped, history))
          .anyMatch(fault -> fault.contains("out of order"));
      assertThat(books.verifyLedger().faults()).isEmpty();
    }
  }

  private static boolean watched(PlayedDevices devices) throws Exception {
    return devices.state().getJsonArray("devices").getValuesAs(JsonObject.class).stream()
        .allMatch(device -> device.getInt("listeners", 1) > 0);
  }

  private static boolean isShown(PlayedDevices devices) throws Exception {
    return devices.state().getJsonObject("flood").getBoolean("done");
  }

  /** What was recorded, in the order of the records. */
  private static List<Event> recorded(Books books, String late) throws Exception {
    return books
        .inOrder("SELECT event_key FROM passage WHERE late = " + late + " ORDER BY id")
        .stream()
        .map(key -> key.split("/", 2))
        .map(parts -> new Event(parts[0], parts[1]))
        .toList();
  }

  private static void report(int events, long begun, PlayedDevices devices) throws Exception {
    double seconds = (System.nanoTime() - begun) / 1e9;
    Files.writeString(
        REPORT,
        String.format(
            Locale.ROOT,
            "%d events over %d lanes in %.0f s (%.0f/s), %d lines broken, %d told again as"
                + " history%n",
            events,
            LANES,
            seconds,
            events / seconds,
            devices.truth("stream-gone").size(),
            devices.truth("history-sent").size()));
  }
}
