package cn.ecogate.adapter.jca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceListener;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.PlateListener;
import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.api.TagSeen;
import cn.ecogate.adapter.api.TagText;
import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.adapter.api.WeightSeen;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the mailroom to the beans: nothing lost, nothing out of order, nothing released twice. */
class DeliveryTest {

  private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(5);

  private final FakeServerThreads server = new FakeServerThreads();
  private final Mailroom mailroom =
      new Mailroom(
          new WorkThreads(server),
          new FakeTransactions(),
          2,
          Path.of("target/history-of-nobody"),
          Duration.ofMillis(5),
          Duration.ofMillis(50));
  private final FakeBean bean = new FakeBean();
  private final FakeBean other = new FakeBean();

  @BeforeEach
  void open() throws GateException {
    mailroom.open();
  }

  @AfterEach
  void contractIsKeptAndEveryThreadEnds() throws InterruptedException {
    mailroom.close(SOON);
    assertThat(server.survivors(5_000)).isEmpty();
    for (FakeBean each : List.of(bean, other)) {
      assertThat(each.breaches).isEmpty();
      assertThat(each.released).hasValue(each.created.get());
      assertThat(each.after).hasValue(each.before.get());
    }
  }

  @Test
  void eventsSeenBeforeTheBeanIsDeployedWaitForIt() throws InterruptedException {
    mailroom.plate(seen("c", "U1"));
    mailroom.plate(seen("c", "U2"));

    mailroom.subscribe(bean, PlateListener.class);

    assertThat(bean.nextPlate()).isEqualTo("U1");
    assertThat(bean.nextPlate()).isEqualTo("U2");
  }

  @Test
  void activationReturnsAtOnceAndMakesNoEndpoint() throws InterruptedException {
    mailroom.plate(seen("c", "U1"));

    mailroom.subscribe(bean, PlateListener.class);
    bean.next();

    assertThat(bean.creators).isNotEmpty().doesNotContain(Thread.currentThread());
  }

  @Test
  void beanThatIsNotAvailableYetIsTriedAgain() throws InterruptedException {
    bean.unavailable.set(3);
    mailroom.subscribe(bean, PlateListener.class);

    mailroom.plate(seen("c", "U1"));

    assertThat(bean.nextPlate()).isEqualTo("U1");
    assertThat(bean.creators).hasSize(4);
  }

  @Test
  void failedEventComesAgainBeforeTheOnesBehindIt() throws InterruptedException {
    bean.failures.set(4);
    mailroom.subscribe(bean, PlateListener.class);

    mailroom.plate(seen("c", "U1"));
    mailroom.plate(seen("c", "U2"));

    assertThat(bean.nextPlate()).isEqualTo("U1");
    assertThat(bean.nextPlate()).isEqualTo("U2");
    assertThat(bean.created).hasValue(6);
  }

  @Test
  void offeredEventIsConfirmedOnlyWhenEveryBeanHasHadIt() throws InterruptedException {
    CountDownLatch confirmed = new CountDownLatch(1);
    other.failures.set(3);
    mailroom.subscribe(bean, PlateListener.class);

    assertThat(mailroom.offer(seen("d", "U0"), () -> {})).isTrue();
    bean.nextPlate();
    mailroom.subscribe(other, PlateListener.class);
    assertThat(mailroom.offer(seen("c", "U1"), confirmed::countDown)).isTrue();

    assertThat(confirmed.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(bean.nextPlate()).isEqualTo("U1");
    assertThat(other.nextPlate()).isEqualTo("U1");
    assertThat(other.failures.get()).isLessThanOrEqualTo(0);
  }

  @Test
  void offeredEventIsNeitherTakenNorConfirmedWhenTheBoxIsFull() {
    List<String> confirmed = new ArrayList<>();

    assertThat(mailroom.offer(seen("c", "U1"), () -> confirmed.add("U1"))).isTrue();
    assertThat(mailroom.offer(seen("c", "U2"), () -> confirmed.add("U2"))).isTrue();
    assertThat(mailroom.offer(seen("c", "U3"), () -> confirmed.add("U3"))).isFalse();

    assertThat(confirmed).isEmpty();
  }

  @Test
  void transactionIsEndedAlthoughTheBeanThrows() throws InterruptedException {
    bean.transacted = true;
    bean.failures.set(1);
    mailroom.subscribe(bean, PlateListener.class);

    mailroom.plate(seen("c", "U1"));

    assertThat(bean.nextPlate()).isEqualTo("U1");
    assertThat(bean.before).hasValue(2);
  }

  @Test
  void eventWhoseTransactionDidNotCommitComesAgain() throws InterruptedException {
    bean.transacted = true;
    bean.failedCommits.set(1);
    mailroom.subscribe(bean, PlateListener.class);

    mailroom.plate(seen("c", "U1"));

    assertThat(bean.nextPlate()).isEqualTo("U1");
    assertThat(bean.nextPlate()).isEqualTo("U1");
  }

  @Test
  void commitThatFailsWithoutAWordIsNoticedAllTheSame() throws InterruptedException {
    bean.transacted = true;
    bean.silentlyFailedCommits.set(2);
    mailroom.subscribe(bean, PlateListener.class);

    mailroom.plate(seen("c", "U1"));
    mailroom.plate(seen("c", "U2"));

    assertThat(List.of(bean.nextPlate(), bean.nextPlate(), bean.nextPlate(), bean.nextPlate()))
        .containsExactly("U1", "U1", "U1", "U2");
  }

  @Test
  void secondBeanDoesNotReplaceTheFirst() throws InterruptedException {
    mailroom.subscribe(bean, PlateListener.class);
    mailroom.subscribe(other, PlateListener.class);

    mailroom.plate(seen("c", "U1"));

    assertThat(bean.nextPlate()).isEqualTo("U1");
    assertThat(other.nextPlate()).isEqualTo("U1");
  }

  @Test
  void beanThatHadTheEventDoesNotGetItAgainBecauseAnotherFailed() throws InterruptedException {
    other.failures.set(3);
    mailroom.subscribe(bean, PlateListener.class);
    mailroom.subscribe(other, PlateListener.class);

    mailroom.plate(seen("c", "U1"));

    assertThat(other.nextPlate()).isEqualTo("U1");
    assertThat(bean.nextPlate()).isEqualTo("U1");
    assertThat(bean.taken).isEmpty();
    assertThat(bean.created).hasValue(1);
  }

  @Test
  void camerasDoNotWaitForEachOther() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    bean.work =
        () -> {
          both.countDown();
          awaits(both);
        };
    mailroom.subscribe(bean, PlateListener.class);

    mailroom.plate(seen("c1", "U1"));
    mailroom.plate(seen("c2", "U2"));

    assertThat(List.of(bean.nextPlate(), bean.nextPlate())).containsExactlyInAnyOrder("U1", "U2");
  }

  @Test
  void fullBoxHoldsItsCameraBackUntilThereIsRoom() throws Exception {
    mailroom.plate(seen("c", "U1"));
    mailroom.plate(seen("c", "U2"));
    CountDownLatch through = new CountDownLatch(1);
    Thread camera =
        new Thread(
            () -> {
              try {
                mailroom.plate(seen("c", "U3"));
                through.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    camera.start();
    assertThat(through.await(100, TimeUnit.MILLISECONDS)).isFalse();

    mailroom.subscribe(bean, PlateListener.class);

    assertThat(through.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(List.of(bean.nextPlate(), bean.nextPlate(), bean.nextPlate()))
        .containsExactly("U1", "U2", "U3");
    camera.join();
  }

  @Test
  void cameraThatWaitsForRoomIsLetGoAtTheEnd() throws Exception {
    mailroom.plate(seen("c", "U1"));
    mailroom.plate(seen("c", "U2"));
    CountDownLatch through = new CountDownLatch(1);
    Thread camera =
        new Thread(
            () -> {
              try {
                mailroom.plate(seen("c", "U3"));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              through.countDown();
            });
    camera.start();

    mailroom.close(SOON);

    assertThat(through.await(5, TimeUnit.SECONDS)).isTrue();
    camera.join();
  }

  @Test
  void endedBeanGetsNothingMoreAndItsSuccessorGetsWhatWaited() throws InterruptedException {
    mailroom.subscribe(bean, PlateListener.class);
    mailroom.plate(seen("c", "U1"));
    bean.next();

    mailroom.unsubscribe(bean, PlateListener.class, SOON);
    mailroom.plate(seen("c", "U2"));
    mailroom.subscribe(other, PlateListener.class);

    assertThat(other.nextPlate()).isEqualTo("U2");
    assertThat(bean.taken).isEmpty();
  }

  @Test
  void endingABeanWaitsForWhatItIsDoing() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    bean.work =
        () -> {
          inside.countDown();
          awaits(finish);
        };
    mailroom.subscribe(bean, PlateListener.class);
    mailroom.plate(seen("c", "U1"));
    awaits(inside);
    Thread undeploy = new Thread(() -> mailroom.unsubscribe(bean, PlateListener.class, SOON));
    undeploy.start();
    undeploy.join(100);
    assertThat(undeploy.isAlive()).isTrue();

    finish.countDown();
    undeploy.join(5_000);

    assertThat(undeploy.isAlive()).isFalse();
    assertThat(bean.taken).hasSize(1);
  }

  @Test
  void onlyTheNewestHealthOfADeviceIsWorthTelling() throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      mailroom.health(new DeviceHealth("d", DeviceHealth.State.DOWN, NOW, null, i, 0, null));
    }
    mailroom.subscribe(bean, DeviceListener.class);

    DeviceHealth last = (DeviceHealth) bean.next();
    while (last.frames() < 49) {
      last = (DeviceHealth) bean.next();
    }
    assertThat(bean.taken).isEmpty();
    assertThat(bean.created.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void everyMovementOfABarrierIsTold() throws InterruptedException {
    BarrierReport up = new BarrierReport("d", BarrierReport.Position.UP, false, false, false, NOW);
    BarrierReport down =
        new BarrierReport(
            "d", BarrierReport.Position.DOWN, false, false, false, NOW.plusSeconds(3));
    mailroom.barrier(up);
    mailroom.barrier(down);

    mailroom.subscribe(bean, DeviceListener.class);

    assertThat(bean.next()).isEqualTo(up);
    assertThat(bean.next()).isEqualTo(down);
  }

  @Test
  void everyWeightAndTagIsToldInOrderAlthoughTheBeanFails() throws InterruptedException {
    bean.failures.set(2);
    mailroom.weight(weight("1"));
    mailroom.weight(weight("2"));
    mailroom.subscribe(bean, DeviceListener.class);
    TagSeen tag = new TagSeen("s", "3", NOW, TagText.Kind.OPAQUE, "x", "x", "00");
    mailroom.tag(tag);

    List<Object> told = new ArrayList<>(List.of(bean.next(), bean.next(), bean.next()));
    assertThat(told).contains(tag);
    told.remove(tag);
    assertThat(told).containsExactly(weight("1"), weight("2"));
    assertThat(bean.created).hasValue(5);
  }

  @Test
  void onlyTheNewestWeightShownIsWorthTelling() throws InterruptedException {
    for (int kg = 0; kg < 50; kg++) {
      mailroom.scale(
          new WeightReport("w", WeightReport.State.MOVING, BigDecimal.valueOf(kg), false, NOW));
    }
    mailroom.subscribe(bean, DeviceListener.class);

    WeightReport last = (WeightReport) bean.next();
    while (last.kilograms().intValue() < 49) {
      last = (WeightReport) bean.next();
    }
    assertThat(bean.taken).isEmpty();
    assertThat(bean.created.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void oneDevicesStubbornNewsDoNotHoldUpAnothers() throws InterruptedException {
    FakeBean choosy = bean;
    choosy.failures.set(1);
    mailroom.subscribe(choosy, DeviceListener.class);
    mailroom.barrier(new BarrierReport("a", BarrierReport.Position.UP, false, false, false, NOW));
    mailroom.barrier(new BarrierReport("b", BarrierReport.Position.UP, false, false, false, NOW));

    assertThat(
            List.of(
                ((BarrierReport) choosy.next()).deviceId(),
                ((BarrierReport) choosy.next()).deviceId()))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void cameraLetGoStillDeliversWhatItSawThenItsThreadEnds() throws InterruptedException {
    mailroom.plate(seen("c", "U1"));
    mailroom.keepOnly(Set.of());

    mailroom.subscribe(bean, PlateListener.class);

    assertThat(bean.nextPlate()).isEqualTo("U1");
    mailroom.plate(seen("c", "U2"));
    assertThat(bean.nextPlate()).as("installed again").isEqualTo("U2");
  }

  @Test
  void serverWithoutThreadsIsSaidInWords() {
    server.exhausted = true;

    assertThatThrownBy(() -> new WorkThreads(server).start(new Postman()))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("没有空闲线程");
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

  private static WeightSeen weight(String event) {
    return new WeightSeen("w", event, NOW, BigDecimal.TEN, null, null, 5, null, "00");
  }

  private static PlateSeen seen(String camera, String event) {
    return new PlateSeen(
        camera,
        event,
        NOW,
        NOW,
        false,
        PlateSeen.Reading.READ,
        "苏A8HK52",
        PlateSeen.Color.BLUE,
        99,
        PlateSeen.Heading.FORWARD,
        "",
        List.of(),
        "00");
  }
}
