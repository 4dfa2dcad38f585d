package cn.ecogate.ledger.control;

import static cn.ecogate.ledger.control.MerkleTree.HASH_LENGTH;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A tree's right edge: all that must be known to append, however large the tree. */
public final class Frontier {

  private final long size;

  /** Roots of the complete subtrees, one for every bit of the size, largest first. */
  private final List<byte[]> peaks;

  private Frontier(long size, List<byte[]> peaks) {
    this.size = size;
    this.peaks = peaks;
  }

  public static Frontier empty() {
    return new Frontier(0, List.of());
  }

  /** The frontier as {@link #bytes} wrote it down. */
  public static Frontier of(long size, byte[] bytes) {
    if (size < 0 || bytes.length != Long.bitCount(size) * HASH_LENGTH) {
      throw new IllegalStateException(
          "a tree of " + size + " entries has no frontier of " + bytes.length + " bytes");
    }
    return new Frontier(size, split(bytes));
  }

  /** The tree with one leaf more. */
  public Growth append(byte[] leafHash) {
    List<byte[]> grown = new ArrayList<>(peaks);
    List<byte[]> completed = new ArrayList<>();
    byte[] hash = leafHash;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      hash = MerkleTree.nodeHash(grown.remove(grown.size() - 1), hash);
      completed.add(hash);
    }
    grown.add(hash);
    return new Growth(new Frontier(size + 1, grown), join(completed));
  }

  public byte[] root() {
    return peaks.isEmpty() ? MerkleTree.emptyRoot() : MerkleTree.fold(peaks);
  }

  public long size() {
    return size;
  }

  public byte[] bytes() {
    return join(peaks);
  }

  /**
   * What an append made of the tree.
   *
   * @param nodes the inner nodes the new leaf completed, levels 1, 2 ... one after the other
   */
  public record Growth(Frontier frontier, byte[] nodes) {}

  private static List<byte[]> split(byte[] bytes) {
    List<byte[]> hashes = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += HASH_LENGTH) {
      hashes.add(Arrays.copyOfRange(bytes, from, from + HASH_LENGTH));
    }
    return hashes;
  }

  private static byte[] join(List<byte[]> hashes) {
    byte[] bytes = new byte[hashes.size() * HASH_LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i), 0, bytes, i * HASH_LENGTH, HASH_LENGTH);
    }
    return bytes;
  }
}
