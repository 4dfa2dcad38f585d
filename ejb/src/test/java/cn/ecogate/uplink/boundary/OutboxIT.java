package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.uplink.boundary.Outbox.Part;
import cn.ecogate.uplink.entity.Answer;
import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.OutboxRow;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The queue in the real database, under several hands. */
class OutboxIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Exchange TAKEN = new Exchange(new Answer.Accepted("成功"), List.of());
  private static final Exchange NOT_NOW =
      new Exchange(new Answer.TryAgain("系统繁忙（HTTP 500）", true), List.of());

  @TempDir Path dataDir;
  private UplinkPlant plant;
  private Outbox outbox;

  @BeforeEach
  void start() throws SQLException, IOException {
    database.empty();
    plant = new UplinkPlant(database, dataDir);
    outbox = new UplinkPlant.LocalOutbox(plant);
    outbox.open(UplinkPlant.PLATFORM);
  }

  @AfterEach
  void stop() {
    plant.close();
  }

  @Test
  @DisplayName("记录没存成，就没有待传；别的台账条目不上传")
  void noDispatchWithoutItsRecord() {
    assertThatThrownBy(
            () ->
                write(
                    em -> {
                      append(em, "passage", "lost");
                      throw new IllegalStateException("the passage could not be written");
                    }))
        .hasMessage("the passage could not be written");
    write(em -> append(em, "audit", "S-0"));
    assertThat(claim("n1")).isEmpty();
  }

  @Test
  @DisplayName("同一条记录对同一平台只有一行")
  void theKeyIsUnique() {
    plant.passage("S-1", "A-01");
    assertThatThrownBy(() -> plant.passage("S-1", "A-01")).hasMessageContaining("dispatch_key");
  }

  @Test
  @DisplayName("占用着的记录别的节点拿不到，同一车道后面的也不能抢先")
  void aClaimClosesItsLane() {
    plant.passage("S-1", "A-01");
    assertThat(serials(claim("n1"))).containsExactly("S-1");
    plant.passage("S-2", "A-01");
    plant.passage("S-3", "A-02");
    assertThat(serials(claim("n2"))).containsExactly("S-3");
  }

  @Test
  @DisplayName("补传占着的车道，新的通行照样先走；反过来，补传等在途的新记录")
  void theBacklogNeverHoldsUpALiveRecord() {
    plant.passage("old-1", "A-01");
    plant.passage("old-2", "A-02");
    plant.clock.forward(Outbox.LIVE.plusSeconds(1));
    plant.passage("new-1", "A-01");
    plant.passage("new-2", "A-02");
    assertThat(serials(claim("n1", Part.BACKLOG))).containsExactly("old-1");
    assertThat(serials(claim("n1", Part.LIVE))).containsExactly("new-1");
    assertThat(serials(claim("n1", Part.LIVE))).containsExactly("new-2");
    assertThat(claim("n1", Part.BACKLOG)).isEmpty();
  }

  @Test
  @DisplayName("几条记录同时碰上断线，只算一次中断")
  void oneOutageIsCountedOnce() {
    plant.passage("S-1", "A-01");
    plant.passage("S-2", "A-02");
    OutboxRow first = claim("n1").get(0);
    OutboxRow second = claim("n1").get(0);
    Exchange silence = new Exchange(new Answer.TryAgain("平台没有答复", false), List.of());
    outbox.settle(first, "n1", silence);
    outbox.settle(second, "n1", silence);
    plant.clock.forward(Duration.ofSeconds(2));
    assertThat(claim("n1")).isNotEmpty();
  }

  @Test
  @DisplayName("租期过后别人已接手，迟到的结果不改账")
  void aLateAnswerChangesNothing() {
    plant.passage("S-1", "A-01");
    OutboxRow first = claim("n1").get(0);
    plant.clock.forward(LEASE.plusSeconds(1));
    OutboxRow second = claim("n2").get(0);
    assertThat(outbox.settle(first, "n1", TAKEN)).isEqualTo(State.CLAIMED);
    assertThat(outbox.settle(second, "n2", TAKEN)).isEqualTo(State.ACCEPTED);
  }

  @Test
  @DisplayName("平台收了别的、唯独不收的一条，试满十二次转人工")
  void aPoisonedRecordIsHandedToAPerson() {
    plant.passage("bad", "A-01");
    int tries = 0;
    for (int round = 0; round < 60 && plant.state("bad") == State.WAITING; round++) {
      plant.passage("good-" + round, "A-02");
      for (List<OutboxRow> batch = claim("n1"); !batch.isEmpty(); batch = claim("n1")) {
        for (OutboxRow row : batch) {
          boolean bad = row.getSubject().equals("bad");
          tries += bad ? 1 : 0;
          outbox.settle(row, "n1", bad ? NOT_NOW : TAKEN);
        }
      }
      outbox.heard(UplinkPlant.PLATFORM, TAKEN);
      plant.clock.forward(Duration.ofMinutes(5));
    }
    assertThat(plant.state("bad")).isEqualTo(State.BLOCKED);
    assertThat(tries).isEqualTo(12);
    assertThat(plant.dispatch("bad").answer()).contains("已试 12 次，平台收了别的记录，唯独不收这一条：系统繁忙（HTTP 500）");
  }

  @Test
  @DisplayName("平台全面故障时谁也不转人工，恢复后全部送达")
  void anOutageBlocksNobody() {
    plant.passage("S-1", "A-01");
    for (int round = 0; round < 40; round++) {
      claim("n1").forEach(row -> outbox.settle(row, "n1", NOT_NOW));
      outbox.heard(UplinkPlant.PLATFORM, NOT_NOW);
      plant.clock.forward(Duration.ofHours(1));
    }
    assertThat(plant.state("S-1")).isEqualTo(State.WAITING);
    assertThat(plant.dispatch("S-1").tries()).isGreaterThan(12);
  }

  @Test
  @DisplayName("两个节点同时取，没有一条被取两次，每条车道保持次序")
  void twoNodesNeverHoldTheSameRecord() throws Exception {
    int records = 120;
    for (int i = 0; i < records; i++) {
      plant.passage("S-%03d".formatted(i), i % 3 == 0 ? "A-01" : "A-02");
    }
    CyclicBarrier together = new CyclicBarrier(2);
    List<String> sent = new ArrayList<>();
    Set<String> inTheAir = new HashSet<>();
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both = new ArrayList<>();
      for (String node : List.of("n1", "n2")) {
        Outbox own = new UplinkPlant.LocalOutbox(plant);
        Callable<Void> work =
            () -> {
              together.await();
              int idle = 0;
              while (idle < 50) {
                List<OutboxRow> batch = own.claim(UplinkPlant.PLATFORM, node, LEASE, Part.LIVE);
                idle = batch.isEmpty() ? idle + 1 : 0;
                for (OutboxRow row : batch) {
                  synchronized (sent) {
                    assertThat(inTheAir.add(row.getSubject())).isTrue();
                    sent.add(row.getLane() + " " + row.getSubject());
                  }
                  own.settle(row, node, TAKEN);
                }
              }
              return null;
            };
        both.add(nodes.submit(work));
      }
      for (Future<?> node : both) {
        node.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(sent).hasSize(records);
    Map<String, List<String>> perLane = new HashMap<>();
    sent.forEach(
        line -> perLane.computeIfAbsent(line.substring(0, 4), l -> new ArrayList<>()).add(line));
    perLane.values().forEach(lane -> assertThat(lane).isSorted());
  }

  @Test
  @DisplayName("取记录的事务还没结束，新的通行照样能登记")
  void aClaimNeverHoldsUpATruck() {
    plant.passage("S-1", "A-01");
    plant.passage("old", "A-02");
    plant.clock.forward(Duration.ofHours(1));
    plant.passage("S-2", "A-01");
    try (EntityManager claiming = database.entityManager()) {
      claiming.getTransaction().begin();
      Outbox open = new Outbox();
      open.em = claiming;
      open.clock = plant.clock;
      assertThat(open.claim(UplinkPlant.PLATFORM, "n1", LEASE, Part.LIVE)).hasSize(1);
      write(
          em -> {
            try (Statement statement = em.unwrap(Connection.class).createStatement()) {
              statement.execute("SET innodb_lock_wait_timeout = 1");
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
            append(em, "passage", "S-3");
          });
      claiming.getTransaction().rollback();
    }
    assertThat(plant.state("S-3")).isEqualTo(State.WAITING);
  }

  private static void write(Consumer<EntityManager> work) {
    database.inTransaction(work);
  }

  private void append(EntityManager em, String kind, String subject) {
    plant
        .ledger(em)
        .append(kind, subject, CanonicalText.of("ecogate passage 1").line("lane", "A-01"));
  }

  private List<OutboxRow> claim(String node) {
    List<OutboxRow> live = outbox.claim(UplinkPlant.PLATFORM, node, LEASE, Part.LIVE);
    return live.isEmpty() ? outbox.claim(UplinkPlant.PLATFORM, node, LEASE, Part.BACKLOG) : live;
  }

  private List<OutboxRow> claim(String node, Part part) {
    return outbox.claim(UplinkPlant.PLATFORM, node, LEASE, part);
  }

  private static List<String> serials(List<OutboxRow> rows) {
    return rows.stream().map(OutboxRow::getSubject).toList();
  }
}
