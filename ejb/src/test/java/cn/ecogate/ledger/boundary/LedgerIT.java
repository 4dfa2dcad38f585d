package cn.ecogate.ledger.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.ledger.control.MerkleTree;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.LedgerCheck;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ledger in the real database: contiguous, provable, and every tampering seen. */
class LedgerIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T08:30:00.123456Z"), ZoneOffset.UTC);

  private final HeardEvents<EntryAppended> events = new HeardEvents<>();

  /** What one running node remembers between appends. */
  private final LastHead lastHead = new LastHead();

  @BeforeEach
  void empty() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("追加的条目原样读回，时间为毫秒，并已通知")
  void whatIsAppendedIsReadBack() {
    LedgerEntry written = append("KF-1");
    LedgerEntry read = ask(ledger -> ledger.entry(0).orElseThrow());

    assertThat(read).isEqualTo(written);
    assertThat(read.seq()).isZero();
    assertThat(read.at()).isEqualTo(Instant.parse("2026-11-21T08:30:00.123Z"));
    assertThat(read.text())
        .isEqualTo(
            """
            ecogate passage 1
            plate: 云A12345
            serial: KF-1
            entry-kind: passage
            entry-subject: KF-1
            entry-at: 2026-11-21T08:30:00.123Z
            """);
    assertThat(events.heard()).containsExactly(new EntryAppended(written));
    assertThat(this.<LedgerEntry>ask(ledger -> ledger.head().orElseThrow())).isEqualTo(written);
    assertThat(this.<List<LedgerEntry>>ask(ledger -> ledger.about("passage", "KF-1")))
        .containsExactly(written);
    assertThat(this.<Boolean>ask(ledger -> ledger.entry(1).isEmpty())).isTrue();
  }

  @Test
  @DisplayName("八个线程同时追加，序号仍连续，校验无误")
  void concurrentAppendsStayContiguous() throws Exception {
    int threads = 8;
    int each = 25;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<Long>>> all = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int number = thread;
        all.add(
            pool.submit(
                () -> {
                  List<Long> seqs = new ArrayList<>();
                  for (int i = 0; i < each; i++) {
                    seqs.add(append("T" + number + "-" + i).seq());
                  }
                  return seqs;
                }));
      }
      List<Long> seqs = new ArrayList<>();
      for (Future<List<Long>> one : all) {
        seqs.addAll(one.get());
      }
      assertThat(seqs)
          .containsExactlyInAnyOrderElementsOf(
              LongStream.range(0, threads * each).boxed().toList());
    } finally {
      pool.shutdown();
    }
    LedgerCheck check = verify();
    assertThat(check.faults()).isEmpty();
    assertThat(check.entries()).isEqualTo(threads * each);
  }

  @Test
  @DisplayName("回滚的追加不留空号")
  void aRollbackLeavesNoHole() {
    append("before");
    assertThatThrownBy(
            () ->
                ask(
                    ledger -> {
                      ledger.append("passage", "lost", text("lost"));
                      throw new IllegalStateException("the passage could not be written");
                    }))
        .hasMessage("the passage could not be written");
    LedgerEntry after = append("after");

    assertThat(after.seq()).isEqualTo(1);
    assertThat(verify().faults()).isEmpty();
  }

  @Test
  @DisplayName("两个节点轮流追加，其间有回滚，记住的台账头过时也不出错")
  void aStaleMemoryOfTheHeadDoesNoHarm() {
    LastHead one = new LastHead();
    LastHead other = new LastHead();
    for (int i = 0; i < 12; i++) {
      String subject = "KF-" + i;
      LastHead node = i % 3 == 0 ? one : other;
      if (i % 4 == 3) {
        try (EntityManager em = database.entityManager()) {
          em.getTransaction().begin();
          node(em, node).append("passage", "lost", text("lost"));
          em.getTransaction().rollback();
        }
      }
      database.inTransaction(
          em -> {
            assertThat(node(em, node).append("passage", subject, text(subject)).subject())
                .isEqualTo(subject);
          });
    }
    assertThat(verify())
        .matches(LedgerCheck::sound)
        .extracting(LedgerCheck::entries)
        .isEqualTo(12L);
  }

  @Test
  @DisplayName("台账头不在原处，草稿再问一次，且事实已作废；在原处则只问一次")
  void theDraftIsAskedAgainWhenSomebodyElseWroteInBetween() {
    List<Long> askedUnder = new ArrayList<>();
    LedgerNews news = new LedgerNews();
    LastHead node = new LastHead();
    for (int i = 0; i < 2; i++) {
      drafted(node, news, askedUnder);
    }
    assertThat(askedUnder).as("a new node finds an empty ledger where it believed it").hasSize(2);
    append("another node's");
    drafted(node, news, askedUnder);
    assertThat(askedUnder).hasSize(4);
    assertThat(askedUnder.get(3)).as("under a new mark").isGreaterThan(askedUnder.get(2));
    assertThat(verify()).matches(LedgerCheck::sound).extracting(LedgerCheck::entries).isEqualTo(4L);
  }

  private void drafted(LastHead node, LedgerNews news, List<Long> askedUnder) {
    database.inTransaction(
        em -> {
          Ledger ledger = node(em, node);
          ledger.news = news;
          ledger.append(
              "passage",
              () -> {
                askedUnder.add(news.mark());
                String subject = "KF-" + askedUnder.size();
                return Draft.of(subject, text(subject));
              });
        });
  }

  @Test
  @DisplayName("随条目写的行与条目同在，写不进则条目也不在")
  void rowsAlongStandAndFallWithTheEntry() {
    WrittenAlong head =
        entry -> List.of(RowAlong.of("INSERT INTO ledger_head VALUES (1, 0, ?)", "x"));
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    em -> {
                      new Ledger(em, CLOCK, events, head).append("passage", "x", text("x"));
                    }))
        .hasMessageContaining("Duplicate entry");
    assertThat(verify().entries()).isZero();
  }

  @Test
  @DisplayName("观察者失败则条目一并撤回")
  void aFailingObserverTakesTheEntryBack() {
    HeardEvents<EntryAppended> failing =
        new HeardEvents<>(
            event -> {
              throw new IllegalStateException("no dispatch row");
            });
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    em -> {
                      new Ledger(em, CLOCK, failing).append("passage", "x", text("x"));
                    }))
        .hasMessage("no dispatch row");

    assertThat(verify().entries()).isZero();
  }

  @Test
  @DisplayName("两条在同一事务内追加")
  void twoEntriesInOneTransaction() {
    database.inTransaction(
        em -> {
          appendIn(em, "one");
          appendIn(em, "two");
        });
    assertThat(verify()).matches(LedgerCheck::sound).extracting(LedgerCheck::entries).isEqualTo(2L);
  }

  @Test
  @DisplayName("每一条都能证明在树中，树的每次增长都能证明一致")
  void everyEntryAndEveryGrowthCanBeProved() {
    int size = 37;
    List<LedgerEntry> entries = new ArrayList<>();
    database.inTransaction(
        em -> {
          for (int i = 0; i < size; i++) {
            entries.add(appendIn(em, "KF-" + i));
          }
        });
    database.inTransaction(
        em -> {
          Ledger ledger = ledger(em);
          for (int older = 1; older <= size; older++) {
            byte[] root = bytes(entries.get(older - 1).rootHash());
            for (int seq = 0; seq < older; seq++) {
              assertThat(
                      MerkleTree.included(
                          bytes(entries.get(seq).leafHash()),
                          seq,
                          older,
                          root,
                          all(ledger.proof(seq, older))))
                  .isTrue();
            }
            assertThat(
                    MerkleTree.consistent(
                        older,
                        root,
                        size,
                        bytes(entries.get(size - 1).rootHash()),
                        all(ledger.consistency(older, size))))
                .isTrue();
          }
        });
  }

  @Test
  @DisplayName("数据库拒绝改动和删除条目")
  void theDatabaseRefusesChangesAndDeletions() throws SQLException {
    append("KF-1");
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "UPDATE ledger_entry SET subject = 'other'",
              "DELETE FROM ledger_entry",
              "DELETE FROM ledger_head",
              "UPDATE ledger_head SET size = 0, frontier = ''")) {
        assertThatThrownBy(() -> statement.execute(sql))
            .as(sql)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("ledger_");
      }
    }
    assertThat(verify().sound()).isTrue();
  }

  @Test
  @DisplayName("绕过触发器的改动由校验查出")
  void tamperingBehindTheTriggersIsSeen() throws SQLException {
    for (int i = 0; i < 6; i++) {
      append("KF-" + i);
    }
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER ledger_entry_never_changed");
      statement.execute("DROP TRIGGER ledger_entry_never_deleted");
      try {
        statement.execute(
            "UPDATE ledger_entry SET text = REPLACE(text, '12345', '54321') WHERE seq = 2");
        statement.execute("DELETE FROM ledger_entry WHERE seq = 4");
        assertThat(verify().faults()).contains("第 2 条（KF-2）的内容与其摘要不符：内容或摘要被改动。", "缺第 4 条。");
      } finally {
        statement.execute(
            "CREATE TRIGGER ledger_entry_never_changed BEFORE UPDATE ON ledger_entry FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_entry is append-only'");
        statement.execute(
            "CREATE TRIGGER ledger_entry_never_deleted BEFORE DELETE ON ledger_entry FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_entry is append-only'");
      }
    }
  }

  @Test
  @DisplayName("超过一页的台账也逐条校验")
  void verifyReadsEveryPage() {
    database.inTransaction(
        em -> {
          for (int i = 0; i < 2_050; i++) {
            appendIn(em, "KF-" + i);
          }
        });
    assertThat(verify())
        .matches(LedgerCheck::sound)
        .extracting(LedgerCheck::entries)
        .isEqualTo(2_050L);
  }

  private <T> T ask(Function<Ledger, T> question) {
    Function<EntityManager, T> work = em -> question.apply(ledger(em));
    return database.inTransaction(work);
  }

  private LedgerCheck verify() {
    return ask(ledger -> ledger.verify());
  }

  private LedgerEntry append(String subject) {
    return ask(ledger -> ledger.append("passage", subject, text(subject)));
  }

  private LedgerEntry appendIn(EntityManager em, String subject) {
    return ledger(em).append("passage", subject, text(subject));
  }

  private Ledger ledger(EntityManager em) {
    return node(em, lastHead);
  }

  private Ledger node(EntityManager em, LastHead remembered) {
    Ledger ledger = new Ledger(em, CLOCK, events);
    ledger.lastHead = remembered;
    return ledger;
  }

  private static CanonicalText text(String serial) {
    return CanonicalText.of("ecogate passage 1").line("plate", "云A12345").line("serial", serial);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static List<byte[]> all(List<String> hex) {
    return hex.stream().map(LedgerIT::bytes).toList();
  }
}
