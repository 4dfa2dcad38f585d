package cn.ecogate.ledger.control;

import cn.ecogate.ledger.entity.LedgerEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** An entry exactly as its row holds it, hashes as bytes, inner nodes included. */
public record StoredEntry(
    long seq,
    String kind,
    String subject,
    String text,
    byte[] leafHash,
    byte[] nodes,
    byte[] rootHash,
    Instant at) {

  public LedgerEntry entry() {
    HexFormat hex = HexFormat.of();
    return new LedgerEntry(
        seq, kind, subject, text, hex.formatHex(leafHash), hex.formatHex(rootHash), at);
  }

  /** The hash of a subtree this entry completed: level 0 is its own leaf. */
  public static byte[] node(int level, byte[] leafHash, byte[] nodes) {
    int end = level * MerkleTree.HASH_LENGTH;
    return level == 0 ? leafHash : Arrays.copyOfRange(nodes, end - MerkleTree.HASH_LENGTH, end);
  }
}
