package cn.ecogate.ledger.control;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The Merkle tree of RFC 6962 section 2.1 (unchanged in RFC 9162 section 2.1): hashes, audit paths
 * and consistency proofs, and their verification. Pure functions; nodes are fetched by the caller.
 */
public final class MerkleTree {

  /** Bytes of one SHA-256 hash. */
  public static final int HASH_LENGTH = 32;

  /** Section 2.1: domain separation, so that a leaf can never pass for a node. */
  private static final byte LEAF = 0x00;

  private static final byte NODE = 0x01;

  private MerkleTree() {}

  /** The head of the tree without leaves: the hash of the empty string. */
  public static byte[] emptyRoot() {
    return sha256().digest();
  }

  public static byte[] leafHash(byte[] leaf) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return digest.digest(leaf);
  }

  public static byte[] nodeHash(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** The {@code index}-th complete subtree of 2^{@code level} leaves; level 0 is the leaves. */
  public record Node(int level, long index) {

    /** The entry whose append completed this subtree. */
    public long completedBy() {
      return ((index + 1) << level) - 1;
    }
  }

  /**
   * Section 2.1.1, PATH(index, D[size]): from the leaf's sibling up to the root's child.
   *
   * @param fetch gives the hash of every node asked for; called once
   */
  public static List<byte[]> inclusionProof(
      long index, long size, Function<Set<Node>, Map<Node, byte[]>> fetch) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("entry " + index + " is not in a tree of " + size);
    }
    List<Range> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + split(to - from);
      if (index < middle) {
        path.add(new Range(middle, to));
        to = middle;
      } else {
        path.add(new Range(from, middle));
        from = middle;
      }
    }
    return reversed(hashes(path, fetch));
  }

  /**
   * Section 2.1.2, PROOF(older, D[newer]): that the tree of {@code newer} leaves begins with the
   * tree of {@code older}. Empty for equal sizes and for the empty tree, which begins every tree.
   */
  public static List<byte[]> consistencyProof(
      long older, long newer, Function<Set<Node>, Map<Node, byte[]>> fetch) {
    if (older < 0 || older > newer) {
      throw new IllegalArgumentException("a tree of " + newer + " cannot continue one of " + older);
    }
    List<Range> path = new ArrayList<>();
    long from = 0;
    long to = newer;
    boolean whole = true; // the older tree is the whole of [from, older), so its root is known
    while (older != 0 && to != older) {
      long middle = from + split(to - from);
      if (older <= middle) {
        path.add(new Range(middle, to));
        to = middle;
      } else {
        path.add(new Range(from, middle));
        from = middle;
        whole = false;
      }
    }
    if (!whole) {
      path.add(new Range(from, to));
    }
    return reversed(hashes(path, fetch));
  }

  /** RFC 9162 section 2.1.3.2: does the path lead from the leaf to the root? */
  public static boolean included(
      byte[] leafHash, long index, long size, byte[] root, List<byte[]> path) {
    if (index < 0 || index >= size) {
      return false;
    }
    long fn = index;
    long sn = size - 1;
    byte[] hash = leafHash;
    for (byte[] sibling : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = nodeHash(sibling, hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        hash = nodeHash(hash, sibling);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && MessageDigest.isEqual(hash, root);
  }

  /** RFC 9162 section 2.1.4.2: does the newer tree begin with the older one? */
  public static boolean consistent(
      long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> proof) {
    if (older < 0 || older > newer) {
      return false;
    }
    if (older == newer) {
      return proof.isEmpty() && MessageDigest.isEqual(olderRoot, newerRoot);
    }
    if (older == 0) {
      return proof.isEmpty() && MessageDigest.isEqual(olderRoot, emptyRoot());
    }
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(older) == 1) {
      path.add(0, olderRoot);
    }
    if (path.isEmpty()) {
      return false;
    }
    long fn = older - 1;
    long sn = newer - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    byte[] olderHash = path.get(0);
    byte[] newerHash = path.get(0);
    for (byte[] step : path.subList(1, path.size())) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        olderHash = nodeHash(step, olderHash);
        newerHash = nodeHash(step, newerHash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        newerHash = nodeHash(newerHash, step);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0
        && MessageDigest.isEqual(olderHash, olderRoot)
        && MessageDigest.isEqual(newerHash, newerRoot);
  }

  /** Leaves {@code from} to {@code to} exclusive: always a left-aligned piece of the tree. */
  private record Range(long from, long to) {

    /** The complete subtrees it consists of, left to right. */
    List<Node> nodes() {
      List<Node> nodes = new ArrayList<>();
      for (long at = from; at < to; ) {
        long leaves = Long.highestOneBit(to - at);
        int level = Long.numberOfTrailingZeros(leaves);
        nodes.add(new Node(level, at >> level));
        at += leaves;
      }
      return nodes;
    }

    byte[] hash(Map<Node, byte[]> hashes) {
      List<byte[]> parts = new ArrayList<>();
      for (Node node : nodes()) {
        byte[] hash = hashes.get(node);
        if (hash == null) {
          throw new IllegalStateException("no hash kept for " + node);
        }
        parts.add(hash);
      }
      return fold(parts);
    }
  }

  /** The root over complete subtrees given largest, hence leftmost, first. */
  static byte[] fold(List<byte[]> subtrees) {
    byte[] hash = subtrees.get(subtrees.size() - 1);
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      hash = nodeHash(subtrees.get(i), hash);
    }
    return hash;
  }

  private static List<byte[]> hashes(
      Collection<Range> ranges, Function<Set<Node>, Map<Node, byte[]>> fetch) {
    if (ranges.isEmpty()) {
      return List.of();
    }
    Set<Node> wanted = new LinkedHashSet<>();
    ranges.forEach(range -> wanted.addAll(range.nodes()));
    Map<Node, byte[]> hashes = fetch.apply(wanted);
    return ranges.stream().map(range -> range.hash(hashes)).toList();
  }

  /** Ranges are found from the root down; a proof is read from the leaf up. */
  private static List<byte[]> reversed(List<byte[]> hashes) {
    byte[][] up = hashes.toArray(new byte[0][]);
    for (int i = 0, j = up.length - 1; i < j; i++, j--) {
      byte[] swap = up[i];
      up[i] = up[j];
      up[j] = swap;
    }
    return Arrays.asList(up);
  }

  /** Section 2.1: the largest power of two smaller than {@code leaves}. */
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
