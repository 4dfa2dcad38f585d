package cn.ecogate.adapter.jca;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateListener;
import cn.ecogate.adapter.api.PlateSeen;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cameras tell from their memories: after what is live, together, and never forgotten. */
class BacklogTest {

  private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int IN_MEMORY = 4;

  @TempDir Path sheds;

  private final FakeServerThreads server = new FakeServerThreads();
  private final FakeBean bean = new FakeBean();
  private final List<Mailroom> opened = new ArrayList<>();

  @AfterEach
  void everyThreadEnds() throws InterruptedException {
    for (Mailroom mailroom : opened) {
      mailroom.close(SOON);
    }
    assertThat(server.survivors(5_000)).isEmpty();
    assertThat(bean.breaches).isEmpty();
  }

  @Test
  @DisplayName("A live vehicle that comes behind a long history is told at once")
  void liveOvertakesHistory() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    Mailroom mailroom = open();
    bean.work =
        () -> {
          if (Thread.currentThread().equals(bean.creators.get(0)) && inside.getCount() > 0) {
            inside.countDown();
            awaits(finish);
          }
        };
    mailroom.subscribe(bean, PlateListener.class);
    mailroom.plate(late("c", 0));
    awaits(inside);
    for (int i = 1; i < 100; i++) {
      mailroom.plate(late("c", i));
    }

    mailroom.plate(live("c", "truck"));

    assertThat(bean.nextPlate()).isEqualTo("truck");
    finish.countDown();
    assertThat(history(100)).isEqualTo(names(0, 100));
  }

  @Test
  @DisplayName("While a live vehicle of the camera is not recorded, none of its history is told")
  void historyWaitsForTheLiveOne() throws Exception {
    Mailroom mailroom = open();
    bean.failures.set(5);
    mailroom.plate(live("c", "truck"));
    mailroom.plate(late("c", 0));
    mailroom.subscribe(bean, PlateListener.class);

    assertThat(bean.nextPlate()).isEqualTo("truck");
    assertThat(history(1)).isEqualTo(names(0, 1));
    assertThat(bean.created).hasValue(7);
  }

  @Test
  @DisplayName("History is told together, a bounded number at a time, in order")
  void historyIsToldTogether() throws Exception {
    Mailroom mailroom = open();
    for (int i = 0; i < 100; i++) {
      mailroom.plate(late("c", i));
    }
    mailroom.subscribe(bean, PlateListener.class);

    assertThat(history(100)).isEqualTo(names(0, 100));
    assertThat(bean.created.get()).isLessThan(20);
    awaitFiles(0);
  }

  @Test
  @DisplayName("History that a bean did not take comes again, before what is behind it")
  void failedHistoryComesAgain() throws Exception {
    Mailroom mailroom = open();
    bean.failures.set(3);
    mailroom.subscribe(bean, PlateListener.class);
    for (int i = 0; i < 50; i++) {
      mailroom.plate(late("c", i));
    }

    assertThat(history(50)).isEqualTo(names(0, 50));
  }

  @Test
  @DisplayName(
      "What waits when the process dies is told by the next, the first one and its pictures too")
  void historySurvivesTheProcess() throws Exception {
    Mailroom dies = open();
    for (int i = 0; i < 20; i++) {
      dies.plate(late("闸/A 1", i));
    }
    dies.close(SOON);
    Files.write(files().get(0).resolveSibling("99.half"), new byte[] {1, 2});

    Mailroom next = open();
    next.subscribe(bean, PlateListener.class);

    List<PlateSeen> told = seen(20);
    assertThat(told).extracting(PlateSeen::eventId).isEqualTo(names(0, 20));
    PlateSeen first = told.get(0);
    PlateSeen original = late("闸/A 1", 0);
    assertThat(first).usingRecursiveComparison().isEqualTo(original);
    awaitFiles(0);
  }

  @Test
  @DisplayName("After a kill -9 every event that was taken from the stream is told, in order")
  void killedProcessLosesNothing() throws Exception {
    KilledWithHistory.run(sheds.resolve("h"), 10, sheds.resolve("said"));

    Mailroom next = open(sheds.resolve("h"));
    next.subscribe(bean, PlateListener.class);

    assertThat(history(10)).isEqualTo(names(0, 10));
    awaitFiles(0);
  }

  @Test
  @DisplayName("While the disk takes nothing, the first few wait in memory, in order")
  void withoutADiskTheFirstFewWaitInMemory() throws Exception {
    Files.write(sheds.resolve("c"), new byte[0]); // No folder can be made of that name.
    Mailroom mailroom = open();
    for (int i = 0; i < IN_MEMORY; i++) {
      mailroom.plate(late("c", i));
    }
    mailroom.subscribe(bean, PlateListener.class);

    assertThat(history(IN_MEMORY)).isEqualTo(names(0, IN_MEMORY));
  }

  @Test
  @DisplayName("A file that is damaged stays for a look, and holds up nobody")
  void damagedFilesHoldUpNobody() throws Exception {
    Mailroom dies = open();
    for (int i = 0; i < 3; i++) {
      dies.plate(late("c", i));
    }
    dies.close(SOON);
    byte[] whole = Files.readAllBytes(files().get(1));
    Files.write(files().get(1), java.util.Arrays.copyOf(whole, whole.length - 1));

    open().subscribe(bean, PlateListener.class);

    assertThat(history(2)).containsExactly("h0", "h2");
    awaitFiles(1);
  }

  @Test
  @DisplayName(
      "A camera that can come again is asked to, and its live vehicles are taken all the same")
  void pushedHistoryIsRefusedWhenThereIsNoRoom() throws Exception {
    Mailroom mailroom = open();
    for (int i = 0; i < IN_MEMORY; i++) {
      assertThat(mailroom.offer(late("c", i), () -> {})).isTrue();
    }

    assertThat(mailroom.roomForHistory("c")).isFalse();
    assertThat(mailroom.offer(late("c", 9), () -> {})).isFalse();
    assertThat(mailroom.offer(live("c", "truck"), () -> {})).isTrue();
  }

  private Mailroom open() throws GateException {
    return open(sheds);
  }

  private Mailroom open(Path where) throws GateException {
    Mailroom mailroom =
        new Mailroom(
            new WorkThreads(server),
            new FakeTransactions(),
            IN_MEMORY,
            where,
            Duration.ofMillis(5),
            Duration.ofMillis(50));
    mailroom.open();
    opened.add(mailroom);
    return mailroom;
  }

  private List<PlateSeen> seen(int events) throws InterruptedException {
    List<PlateSeen> seen = new ArrayList<>();
    while (seen.size() < events) {
      List<?> together = (List<?>) bean.next();
      assertThat(together).hasSizeBetween(1, Backlog.AT_ONCE);
      together.forEach(each -> seen.add((PlateSeen) each));
    }
    return seen;
  }

  private List<String> history(int events) throws InterruptedException {
    return seen(events).stream().map(PlateSeen::eventId).toList();
  }

  private static List<String> names(int from, int until) {
    return IntStream.range(from, until).mapToObj(i -> "h" + i).toList();
  }

  private List<Path> files() {
    return below(sheds.toFile())
        .map(File::toPath)
        .filter(file -> file.toString().endsWith(".late"))
        .sorted()
        .toList();
  }

  /** By name alone: a file may go while it is listed. */
  private static Stream<File> below(File folder) {
    File[] entries = folder.listFiles();
    return entries == null ? Stream.of(folder) : Stream.of(entries).flatMap(BacklogTest::below);
  }

  /** The files go when everybody has had their events, which is told a moment before. */
  private void awaitFiles(int left) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (files().size() > left && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(files()).hasSize(left);
  }

  private static void awaits(CountDownLatch latch) {
    try {
      if (!latch.await(5, TimeUnit.SECONDS)) {
        throw new AssertionError("waited in vain");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static PlateSeen live(String camera, String event) {
    return seen(camera, event, false);
  }

  static PlateSeen late(String camera, int event) {
    return seen(camera, "h" + event, true);
  }

  private static PlateSeen seen(String camera, String event, boolean late) {
    return new PlateSeen(
        camera,
        event,
        NOW,
        NOW.plusNanos(123_456_789),
        late,
        late,
        PlateSeen.Reading.READ,
        "苏A8HK52",
        PlateSeen.Color.BLUE,
        99,
        PlateSeen.Heading.FORWARD,
        "H11",
        List.of(
            new Picture(Picture.Kind.SCENE, "全景.jpg", new byte[] {1, 2, 3}),
            new Picture(Picture.Kind.PLATE, "车牌.jpg", new byte[0])),
        "00");
  }
}
