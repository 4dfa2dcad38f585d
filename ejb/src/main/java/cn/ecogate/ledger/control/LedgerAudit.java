package cn.ecogate.ledger.control;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.LedgerCheck;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Recomputes a ledger from its texts, entry by entry; keeps nothing but the frontier and the
 * faults.
 */
public final class LedgerAudit {

  /** More would not help a person; the last sentence then says how many were left out. */
  private static final int MOST_FAULTS = 100;

  private final List<String> faults = new ArrayList<>();
  private Frontier frontier = Frontier.empty();
  private long entries;
  private long leftOut;
  private long firstWrongRoot = -1;
  private long wrongRoots;

  /** Looks at the next entry, in order of sequence. */
  public void next(StoredEntry entry) {
    if (entry.seq() > frontier.size()) {
      missing(frontier.size(), entry.seq());
    } else if (entry.seq() < frontier.size()) {
      fault("第 " + entry.seq() + " 条重复或顺序颠倒。");
      return;
    }
    entries++;
    byte[] leafHash = MerkleTree.leafHash(entry.text().getBytes(StandardCharsets.UTF_8));
    if (!Arrays.equals(leafHash, entry.leafHash())) {
      fault("第 " + entry.seq() + " 条（" + entry.subject() + "）的内容与其摘要不符：内容或摘要被改动。");
    }
    String closing = CanonicalText.closing(entry.kind(), entry.subject(), entry.at());
    if (!entry.text().endsWith(closing)) {
      fault("第 " + entry.seq() + " 条的类别、主题或时间与其内容不符：类别、主题或时间被改动。");
    }
    // The stored hash goes on into the tree: one changed text is then one fault, and a text changed
    // together with its hash shows in this entry's root.
    Frontier.Growth growth = frontier.append(entry.leafHash());
    frontier = growth.frontier();
    if (!Arrays.equals(frontier.root(), entry.rootHash())) {
      firstWrongRoot = wrongRoots == 0 ? entry.seq() : firstWrongRoot;
      wrongRoots++;
    } else if (!Arrays.equals(growth.nodes(), entry.nodes())) {
      fault("第 " + entry.seq() + " 条的中间节点与重算结果不符：中间节点被改动。");
    }
  }

  /** The outcome, once the last entry was looked at. */
  public LedgerCheck finish(long headSize, byte[] headFrontier) {
    if (wrongRoots > 0) {
      fault("自第 " + firstWrongRoot + " 条起，共 " + wrongRoots + " 条的树根与重算结果不符：此条或此前有内容被改动、删去或调换。");
    }
    if (headSize > frontier.size()) {
      missing(frontier.size(), headSize);
    } else if (headSize < frontier.size()) {
      fault("台账头记录为 " + headSize + " 条，实有 " + frontier.size() + " 条：台账头被改动。");
    } else if (wrongRoots == 0 && !Arrays.equals(headFrontier, frontier.bytes())) {
      fault("台账头的树边与重算结果不符：台账头被改动。");
    }
    List<String> all = new ArrayList<>(faults);
    if (leftOut > 0) {
      all.add("另有 " + leftOut + " 处问题未列出。");
    }
    return new LedgerCheck(entries, HexFormat.of().formatHex(frontier.root()), all);
  }

  /** Stands an empty leaf in for each missing entry, so that the positions after it stay right. */
  private void missing(long from, long to) {
    fault(
        to - from == 1
            ? "缺第 " + from + " 条。"
            : "缺第 " + from + " 至 " + (to - 1) + " 条，共 " + (to - from) + " 条。");
    frontier = Frontier.of(to, new byte[Long.bitCount(to) * MerkleTree.HASH_LENGTH]);
  }

  private void fault(String sentence) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(sentence);
    } else {
      leftOut++;
    }
  }
}
