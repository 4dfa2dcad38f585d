package cn.ecogate.ledger.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.LedgerCheck;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every way to tamper with a ledger is planted once and found. */
class LedgerAuditTest {

  private static final int SIZE = 20;
  private static final Instant AT = Instant.parse("2026-11-21T08:30:00.123Z");

  private final List<StoredEntry> rows = new ArrayList<>();
  private Frontier head;

  @BeforeEach
  void aSoundLedger() {
    head = fill(rows, "云A");
  }

  @Test
  @DisplayName("完好的台账没有问题，树根即最后一条的树根")
  void aSoundLedgerHasNoFaults() {
    LedgerCheck check = audit();
    assertThat(check.sound()).isTrue();
    assertThat(check.entries()).isEqualTo(SIZE);
    assertThat(check.rootHash()).isEqualTo(HexFormat.of().formatHex(rows.get(SIZE - 1).rootHash()));
  }

  @Test
  @DisplayName("空台账没有问题")
  void anEmptyLedgerHasNoFaults() {
    assertThat(new LedgerAudit().finish(0, new byte[0]).sound()).isTrue();
  }

  @Test
  @DisplayName("查出改动的内容，并且只报这一条")
  void aChangedTextIsFound() {
    change(7, row -> copy(row, row.text().replace("云A7", "云A8"), row.leafHash()));
    assertThat(audit().faults()).containsExactly("第 7 条（KF-7）的内容与其摘要不符：内容或摘要被改动。");
  }

  @Test
  @DisplayName("查出连同摘要一起改动的内容")
  void aTextChangedTogetherWithItsHashIsFound() {
    change(
        7,
        row -> {
          String text = row.text().replace("云A7", "云A8");
          return copy(row, text, MerkleTree.leafHash(text.getBytes(StandardCharsets.UTF_8)));
        });
    assertThat(audit().faults()).containsExactly("自第 7 条起，共 13 条的树根与重算结果不符：此条或此前有内容被改动、删去或调换。");
  }

  @Test
  @DisplayName("查出改动的摘要")
  void aChangedHashIsFound() {
    change(7, row -> copy(row, row.text(), flipped(row.leafHash())));
    assertThat(audit().faults())
        .contains("第 7 条（KF-7）的内容与其摘要不符：内容或摘要被改动。")
        .anyMatch(fault -> fault.startsWith("自第 7 条起"));
  }

  @Test
  @DisplayName("查出改动的类别、主题、时间")
  void aChangedKindSubjectOrTimeIsFound() {
    String fault = "第 3 条的类别、主题或时间与其内容不符：类别、主题或时间被改动。";
    StoredEntry row = rows.get(3);
    for (StoredEntry changed :
        List.of(
            new StoredEntry(
                3,
                "audit",
                row.subject(),
                row.text(),
                row.leafHash(),
                row.nodes(),
                row.rootHash(),
                AT),
            new StoredEntry(
                3, row.kind(), "KF-4", row.text(), row.leafHash(), row.nodes(), row.rootHash(), AT),
            new StoredEntry(
                3,
                row.kind(),
                row.subject(),
                row.text(),
                row.leafHash(),
                row.nodes(),
                row.rootHash(),
                AT.plusMillis(1)))) {
      change(3, before -> changed);
      assertThat(audit().faults()).containsExactly(fault);
    }
  }

  @Test
  @DisplayName("查出缺的一条、缺的几条")
  void missingEntriesAreFound() {
    rows.remove(11);
    rows.remove(5);
    rows.remove(4);
    LedgerCheck check = audit();
    assertThat(check.entries()).isEqualTo(SIZE - 3);
    assertThat(check.faults())
        .contains("缺第 4 至 5 条，共 2 条。", "缺第 11 条。")
        .anyMatch(fault -> fault.startsWith("自第 6 条起"));
  }

  @Test
  @DisplayName("查出缺的第一条")
  void aMissingFirstEntryIsFound() {
    rows.remove(0);
    assertThat(audit().faults()).contains("缺第 0 条。");
  }

  @Test
  @DisplayName("查出被删的末尾几条")
  void aCutOffEndIsFound() {
    rows.subList(SIZE - 2, SIZE).clear();
    assertThat(audit().faults()).containsExactly("缺第 18 至 19 条，共 2 条。");
  }

  @Test
  @DisplayName("查出删后重新编号")
  void aMissingEntryIsFoundEvenWhenTheOthersAreRenumbered() {
    rows.remove(5);
    for (int seq = 5; seq < SIZE - 1; seq++) {
      int now = seq;
      change(seq, row -> renumbered(row, now));
    }
    assertThat(audit().faults())
        .anyMatch(fault -> fault.startsWith("自第 5 条起"))
        .contains("缺第 19 条。");
  }

  @Test
  @DisplayName("查出调换的两条")
  void swappedEntriesAreFound() {
    StoredEntry six = rows.get(6);
    StoredEntry seven = rows.get(7);
    rows.set(6, renumbered(seven, 6));
    rows.set(7, renumbered(six, 7));
    assertThat(audit().faults()).anyMatch(fault -> fault.startsWith("自第 6 条起"));
  }

  @Test
  @DisplayName("查出重复的序号")
  void aDoubledEntryIsFound() {
    rows.add(4, rows.get(3));
    assertThat(audit().faults()).containsExactly("第 3 条重复或顺序颠倒。");
  }

  @Test
  @DisplayName("查出改动的树根")
  void aChangedRootIsFound() {
    change(
        9,
        row ->
            new StoredEntry(
                9,
                row.kind(),
                row.subject(),
                row.text(),
                row.leafHash(),
                row.nodes(),
                flipped(row.rootHash()),
                AT));
    assertThat(audit().faults()).singleElement().asString().startsWith("自第 9 条起，共 1 条的树根");
  }

  @Test
  @DisplayName("查出改动的中间节点")
  void aChangedNodeIsFound() {
    change(
        7,
        row ->
            new StoredEntry(
                7,
                row.kind(),
                row.subject(),
                row.text(),
                row.leafHash(),
                flipped(row.nodes()),
                row.rootHash(),
                AT));
    assertThat(audit().faults()).containsExactly("第 7 条的中间节点与重算结果不符：中间节点被改动。");
  }

  @Test
  @DisplayName("查出换成另一套的台账头")
  void aChangedHeadIsFound() {
    LedgerAudit audit = new LedgerAudit();
    rows.forEach(audit::next);
    assertThat(audit.finish(SIZE, flipped(head.bytes())).faults())
        .containsExactly("台账头的树边与重算结果不符：台账头被改动。");

    LedgerAudit shorter = new LedgerAudit();
    rows.forEach(shorter::next);
    assertThat(shorter.finish(SIZE - 1, head.bytes()).faults())
        .containsExactly("台账头记录为 19 条，实有 20 条：台账头被改动。");
  }

  @Test
  @DisplayName("问题太多时只列出一百处，并说明还有多少")
  void manyFaultsAreCounted() {
    List<StoredEntry> many = new ArrayList<>();
    while (many.size() < 150) {
      many.add(rows.get(0));
    }
    LedgerAudit audit = new LedgerAudit();
    many.forEach(audit::next);
    List<String> faults =
        audit
            .finish(1, Frontier.empty().append(rows.get(0).leafHash()).frontier().bytes())
            .faults();
    assertThat(faults).hasSize(101);
    assertThat(Collections.frequency(faults, "第 0 条重复或顺序颠倒。")).isEqualTo(100);
    assertThat(faults.get(100)).isEqualTo("另有 49 处问题未列出。");
  }

  private static Frontier fill(List<StoredEntry> rows, String plate) {
    Frontier frontier = Frontier.empty();
    for (int seq = 0; seq < SIZE; seq++) {
      String subject = "KF-" + seq;
      String text =
          CanonicalText.of("ecogate passage 1")
              .line("plate", plate + seq)
              .closed("passage", subject, AT);
      byte[] leafHash = MerkleTree.leafHash(text.getBytes(StandardCharsets.UTF_8));
      Frontier.Growth growth = frontier.append(leafHash);
      frontier = growth.frontier();
      rows.add(
          new StoredEntry(
              seq, "passage", subject, text, leafHash, growth.nodes(), frontier.root(), AT));
    }
    return frontier;
  }

  private LedgerCheck audit() {
    LedgerAudit audit = new LedgerAudit();
    rows.forEach(audit::next);
    return audit.finish(head.size(), head.bytes());
  }

  private void change(int seq, UnaryOperator<StoredEntry> tampering) {
    rows.set(seq, tampering.apply(rows.get(seq)));
  }

  private static StoredEntry copy(StoredEntry row, String text, byte[] leafHash) {
    return new StoredEntry(
        row.seq(),
        row.kind(),
        row.subject(),
        text,
        leafHash,
        row.nodes(),
        row.rootHash(),
        row.at());
  }

  private static StoredEntry renumbered(StoredEntry row, long seq) {
    return new StoredEntry(
        seq,
        row.kind(),
        row.subject(),
        row.text(),
        row.leafHash(),
        row.nodes(),
        row.rootHash(),
        row.at());
  }

  private static byte[] flipped(byte[] hash) {
    byte[] other = hash.clone();
    other[0] ^= 1;
    return other;
  }
}
