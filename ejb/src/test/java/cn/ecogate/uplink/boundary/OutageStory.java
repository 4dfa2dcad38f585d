package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.platform.FailMode;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.uplink.control.DayStory;
import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.OutboxRow;
import cn.ecogate.uplink.entity.PlatformLine;
import cn.ecogate.uplink.entity.PlatformStatus;
import cn.ecogate.uplink.entity.Tally;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Three days between a plant with two nodes and a platform, in which everything goes wrong that a
 * seed's dice choose: the same seed tells the same story again. At the end the platform must hold
 * every record exactly once, and our page must say so.
 */
final class OutageStory implements AutoCloseable {

  private static final Duration LENGTH = Duration.ofHours(72);
  private static final List<String> LANES = List.of("A-01", "A-02", "B-01");
  private static final List<FailMode> MODES =
      List.of(
          FailMode.ERROR,
          FailMode.TOKEN,
          FailMode.SLOW,
          FailMode.CUT,
          FailMode.REFUSE,
          FailMode.LOSE,
          FailMode.DUPLICATE,
          FailMode.SKEW,
          FailMode.HALF_OPEN,
          FailMode.OFF);

  /** What a programmer might have done wrong. */
  enum Flaw {
    NONE,
    /** The queue's row is deleted when it is claimed: what fails afterwards is lost. */
    DELETED_BEFORE_THE_ANSWER,
    /** The record's number is made anew at every try. */
    KEY_FROM_THE_TIME,
    /** Whoever comes back with an answer settles, whether he holds the record or not. */
    SETTLED_WITHOUT_CLAIM
  }

  /** The process is gone: nothing after it happens. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final RealDatabase database;
  private final long seed;
  private final Flaw flaw;
  private final Random chance;
  private final UplinkPlant plant;
  private final Map<String, Integer> happened = new HashMap<>();
  private final List<String> produced = new ArrayList<>();
  private final UploadWorker[] nodes = new UploadWorker[2];
  private boolean down;
  private boolean calm;
  private int nested;
  private int sendings;
  private long repeats;

  OutageStory(RealDatabase database, Path dataDir, long seed, Flaw flaw)
      throws SQLException, IOException {
    this.database = database;
    this.seed = seed;
    this.flaw = flaw;
    this.chance = new Random(seed);
    database.empty();
    plant = new UplinkPlant(database, dataDir);
    plant.patience = Duration.ofMillis(600);
    plant.slowness = Duration.ofMillis(50);
    plant.platformGoesDown();
    plant.platformComesBack();
    nodes[0] = node();
    nodes[1] = node();
  }

  /** Lets it happen and looks at the end; what happened how often. */
  Map<String, Integer> tell() throws IOException {
    Instant end = plant.clock.instant().plus(LENGTH);
    LocalDate first = day();
    while (plant.clock.instant().isBefore(end)) {
      step();
      plant.clock.forward(Duration.ofSeconds(20 + chance.nextInt(700)));
    }
    settle(first);
    look(first);
    return happened;
  }

  private void step() throws IOException {
    int dice = chance.nextInt(100);
    if (dice < 34) {
      trucks();
    } else if (dice < 56) {
      work(chance.nextInt(2));
    } else if (dice < 72) {
      FailMode mode = MODES.get(chance.nextInt(MODES.size()));
      count("platform " + mode.word());
      plant.platform.fail(mode, 1 + chance.nextInt(3));
    } else if (dice < 76) {
      goDown();
    } else if (dice < 82) {
      comeBack();
    } else if (dice < 87) {
      plant.heartbeat().runOnce();
    } else if (dice < 90) {
      count("clock jumped ahead");
      plant.clock.forward(Duration.ofMinutes(30 + chance.nextInt(200)));
    } else if (dice < 92) {
      count("clock jumped back");
      plant.clock.forward(Duration.ofMinutes(-chance.nextInt(50)));
    } else if (dice < 96) {
      requeueBlocked();
    } else {
      count("node killed");
      int which = chance.nextInt(2);
      nodes[which] = node();
    }
  }

  private void trucks() {
    for (int i = chance.nextInt(4); i >= 0; i--) {
      String serial = "R-%05d".formatted(produced.size());
      plant.passage(serial, LANES.get(chance.nextInt(LANES.size())));
      produced.add(serial);
    }
  }

  private void work(int which) {
    try {
      nodes[which].runOnce();
    } catch (Killed gone) {
      count("node killed at work");
      nodes[which] = node();
    }
  }

  private void goDown() {
    if (!down) {
      count("platform off");
      down = true;
      repeats += plant.platform.duplicates();
      plant.platformGoesDown();
    }
  }

  private void comeBack() throws IOException {
    if (down) {
      down = false;
      plant.platformComesBack();
    }
  }

  /** The officer puts what was refused back in the queue. */
  private void requeueBlocked() {
    database.inTransaction(
        (Consumer<EntityManager>)
            em -> {
              em.find(PlatformLine.class, UplinkPlant.PLATFORM, LockModeType.PESSIMISTIC_WRITE);
              em.createQuery("SELECT r FROM OutboxRow r WHERE r.state = :s", OutboxRow.class)
                  .setParameter("s", State.BLOCKED)
                  .getResultList()
                  .forEach(row -> row.release(plant.clock.instant()));
            });
  }

  /** All is well again, and there is time. */
  private void settle(LocalDate first) throws IOException {
    calm = true;
    comeBack();
    plant.platform.fail(FailMode.OFF, -1);
    drain();
    for (LocalDate day = first; !day.isAfter(day()); day = day.plusDays(1)) {
      plant.reconciler().compare(UplinkPlant.PLATFORM, day);
    }
    drain();
  }

  private void drain() {
    for (int round = 0; round < 100 && open() > 0; round++) {
      requeueBlocked();
      plant.heartbeat().runOnce();
      work(0);
      plant.clock.forward(Duration.ofMinutes(5));
    }
  }

  private void look(LocalDate first) {
    List<Map<String, Object>> sink = plant.platform.records();
    Map<String, Long> held =
        sink.stream()
            .collect(
                Collectors.groupingBy(
                    line -> String.valueOf(((Map<?, ?>) line.get("record")).get("remark")),
                    Collectors.counting()));
    assertThat(held.keySet())
        .as("seed %d: nothing is lost, nothing is invented", seed)
        .containsExactlyInAnyOrderElementsOf(produced);
    assertThat(held.values()).as("seed %d: nothing is there twice", seed).containsOnly(1L);
    PlatformStatus page = plant.status();
    assertThat(page.accepted())
        .as("seed %d: the page says what the platform holds", seed)
        .isEqualTo(sink.size());
    assertThat(page.produced()).as("seed %d: produced", seed).isEqualTo(produced.size());
    int days = (int) (day().toEpochDay() - first.toEpochDay()) + 2;
    long accepted =
        database.inTransaction(
            em -> {
              TransferBook book = new TransferBook();
              book.em = em;
              book.platforms = plant.platforms();
              book.clock = plant.clock;
              return book.days(UplinkPlant.PLATFORM, day(), days).stream()
                  .mapToLong(Tally::accepted)
                  .sum();
            });
    assertThat(accepted).as("seed %d: the days add up", seed).isEqualTo(sink.size());
    happened.put("records", produced.size());
    happened.put("repeats the platform recognised", (int) (repeats + plant.platform.duplicates()));
  }

  private LocalDate day() {
    return LocalDate.ofInstant(plant.clock.instant(), DayStory.PLANT_ZONE);
  }

  private long open() {
    PlatformStatus status = plant.status();
    return status.waiting() + status.blocked();
  }

  private void count(String what) {
    happened.merge(what, 1, Integer::sum);
  }

  private UploadWorker node() {
    UploadWorker worker = plant.worker(new FragileOutbox());
    RecordWriter writer = new WatchfulWriter();
    writer.ledger = worker.writer.ledger;
    writer.photos = worker.writer.photos;
    writer.siteBook = worker.writer.siteBook;
    writer.throughs = worker.writer.throughs;
    writer.clock = plant.clock;
    worker.writer = writer;
    return worker;
  }

  @Override
  public void close() {
    plant.close();
  }

  /** Looks at the queue in the moment of every sending: is it this lane's turn? */
  private final class WatchfulWriter extends RecordWriter {

    @Override
    Written write(OutboxRow row, PlatformLink.Wire wire) {
      Number before =
          database.inTransaction(
              em -> {
                return (Number)
                    em.createNativeQuery(
                            "SELECT COUNT(*) FROM dispatch o JOIN dispatch me ON me.id = ?"
                                + " AND o.platform_id = me.platform_id AND o.lane = me.lane"
                                + " AND o.backlog = me.backlog AND o.ledger_seq < me.ledger_seq"
                                + " WHERE o.state IN ('WAITING', 'CLAIMED')")
                        .setParameter(1, row.getId())
                        .getSingleResult();
              });
      assertThat(before.longValue())
          .as("seed %d: %s overtakes its own lane", seed, row.getSubject())
          .isZero();
      Written written = super.write(row, wire);
      if (flaw != Flaw.KEY_FROM_THE_TIME) {
        return written;
      }
      return new Written(
          Json.createObjectBuilder(written.json())
              .add("serialNo", plant.clock.instant() + "/" + sendings++)
              .build(),
          written.notes(),
          written.calls());
    }
  }

  /** The queue on a database whose connections break and in nodes that die or sleep. */
  private final class FragileOutbox extends UplinkPlant.LocalOutbox {

    FragileOutbox() {
      super(plant);
    }

    @Override
    public List<OutboxRow> claim(String platformId, String node, Duration lease, Part part) {
      List<OutboxRow> claimed = super.claim(platformId, node, lease, part);
      if (flaw == Flaw.DELETED_BEFORE_THE_ANSWER) {
        database.inTransaction(
            (Consumer<EntityManager>)
                em -> claimed.forEach(row -> em.remove(em.find(OutboxRow.class, row.getId()))));
      }
      if (!claimed.isEmpty() && luck(2)) {
        throw new Killed();
      }
      return claimed;
    }

    @Override
    public State settle(OutboxRow claimed, String node, Exchange exchange) {
      if (luck(3)) {
        throw new Killed();
      }
      if (luck(3) && nested == 0) {
        count("answer after the lease");
        plant.clock.forward(UploadWorker.LEASE.plusSeconds(1));
        nested++;
        work(nodes[0].outbox == this ? 1 : 0);
        nested--;
      }
      State state = settled(claimed, node, exchange);
      if (luck(2)) {
        count("connection lost after the commit");
        throw new IllegalStateException("the connection is gone; was it committed?");
      }
      return state;
    }

    private State settled(OutboxRow claimed, String node, Exchange exchange) {
      if (flaw == Flaw.SETTLED_WITHOUT_CLAIM) {
        database.inTransaction(
            (Consumer<EntityManager>)
                em ->
                    em.find(OutboxRow.class, claimed.getId())
                        .claim(node, plant.clock.instant().plus(UploadWorker.LEASE)));
      }
      boolean gone =
          flaw == Flaw.DELETED_BEFORE_THE_ANSWER
              && database.inTransaction(
                  em -> {
                    return em.find(OutboxRow.class, claimed.getId()) == null;
                  });
      return gone ? State.ACCEPTED : super.settle(claimed, node, exchange);
    }

    @Override
    public void giveBack(java.util.Collection<OutboxRow> rows, String node) {
      if (flaw != Flaw.DELETED_BEFORE_THE_ANSWER) {
        super.giveBack(rows, node);
      }
    }

    private boolean luck(int percent) {
      return !calm && OutageStory.this.chance.nextInt(100) < percent;
    }
  }
}
