package cn.ecogate.ledger.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.ledger.control.MerkleTree.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The tree against the published vectors, and every size and proof against the recursive
 * definition.
 */
class MerkleTreeTest {

  private static final int SIZES = 260;

  /** The leaves of the Certificate Transparency reference tests. */
  private static final List<String> CT_LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> CT_ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private final Grown tree = new Grown(SIZES);
  private final Naive naive = new Naive(tree.leaves);

  @Test
  @DisplayName("RFC 6962 参考测试的树根")
  void rootsAreThoseOfTheReferenceTests() {
    assertThat(hex(MerkleTree.emptyRoot()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    Frontier frontier = Frontier.empty();
    assertThat(frontier.root()).isEqualTo(MerkleTree.emptyRoot());
    for (int i = 0; i < CT_LEAVES.size(); i++) {
      byte[] leaf = HexFormat.of().parseHex(CT_LEAVES.get(i));
      frontier = frontier.append(MerkleTree.leafHash(leaf)).frontier();
      assertThat(hex(frontier.root())).isEqualTo(CT_ROOTS.get(i));
    }
  }

  @Test
  @DisplayName("每一种大小的树根都与递归定义相同，树边写下再读回不变")
  void everyRootIsThatOfTheDefinition() {
    Frontier frontier = Frontier.empty();
    for (int size = 1; size <= SIZES; size++) {
      frontier = frontier.append(tree.leaves.get(size - 1)).frontier();
      assertThat(frontier.root()).isEqualTo(naive.root(0, size));
      frontier = Frontier.of(frontier.size(), frontier.bytes());
      assertThat(frontier.root()).isEqualTo(naive.root(0, size));
    }
  }

  @Test
  @DisplayName("每一种大小的每一条审计路径都与递归定义相同并能验证")
  void everyAuditPathIsThatOfTheDefinitionAndVerifies() {
    for (int size = 1; size <= SIZES; size++) {
      byte[] root = naive.root(0, size);
      for (int index = 0; index < size; index++) {
        List<byte[]> path = MerkleTree.inclusionProof(index, size, tree.upTo(size));
        assertThat(hex(path)).isEqualTo(hex(naive.path(index, 0, size)));
        assertThat(MerkleTree.included(tree.leaves.get(index), index, size, root, path)).isTrue();
      }
    }
  }

  @Test
  @DisplayName("每一对大小的一致性证明都与递归定义相同并能验证")
  void everyConsistencyProofIsThatOfTheDefinitionAndVerifies() {
    for (int newer = 1; newer <= SIZES; newer++) {
      for (int older = 1; older <= newer; older++) {
        List<byte[]> proof = MerkleTree.consistencyProof(older, newer, tree.upTo(newer));
        assertThat(hex(proof)).isEqualTo(hex(naive.proof(older, newer)));
        assertThat(
                MerkleTree.consistent(
                    older, naive.root(0, older), newer, naive.root(0, newer), proof))
            .isTrue();
      }
    }
  }

  @Test
  @DisplayName("路径、位置、叶或根有一处不同就验证不过")
  void anythingElseIsNotIncluded() {
    for (int size = 2; size <= 40; size++) {
      byte[] root = naive.root(0, size);
      for (int index = 0; index < size; index++) {
        List<byte[]> path = naive.path(index, 0, size);
        byte[] leaf = tree.leaves.get(index);
        for (int step = 0; step < path.size(); step++) {
          assertThat(MerkleTree.included(leaf, index, size, root, spoiled(path, step))).isFalse();
        }
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(leaf);
        assertThat(MerkleTree.included(leaf, index, size, root, longer)).isFalse();
        assertThat(MerkleTree.included(leaf, index, size, root, path.subList(0, path.size() - 1)))
            .isFalse();
        assertThat(MerkleTree.included(spoiled(leaf), index, size, root, path)).isFalse();
        assertThat(MerkleTree.included(leaf, index, size, spoiled(root), path)).isFalse();
        assertThat(MerkleTree.included(leaf, index ^ 1, size, root, path)).isFalse();
      }
      assertThat(MerkleTree.included(tree.leaves.get(0), -1, size, root, List.of())).isFalse();
      assertThat(MerkleTree.included(tree.leaves.get(0), size, size, root, List.of())).isFalse();
    }
  }

  @Test
  @DisplayName("改写过历史的树证明不了一致")
  void aTreeWithAnotherPastIsNotConsistent() {
    for (int newer = 2; newer <= 40; newer++) {
      byte[] newerRoot = naive.root(0, newer);
      for (int older = 1; older < newer; older++) {
        byte[] olderRoot = naive.root(0, older);
        List<byte[]> proof = naive.proof(older, newer);
        for (int step = 0; step < proof.size(); step++) {
          assertThat(
                  MerkleTree.consistent(older, olderRoot, newer, newerRoot, spoiled(proof, step)))
              .isFalse();
        }
        assertThat(MerkleTree.consistent(older, spoiled(olderRoot), newer, newerRoot, proof))
            .isFalse();
        assertThat(MerkleTree.consistent(older, olderRoot, newer, spoiled(newerRoot), proof))
            .isFalse();
        assertThat(MerkleTree.consistent(older, olderRoot, newer, newerRoot, List.of())).isFalse();
      }
      assertThat(MerkleTree.consistent(newer, newerRoot, newer - 1, newerRoot, List.of()))
          .isFalse();
      assertThat(MerkleTree.consistent(newer, newerRoot, newer, spoiled(newerRoot), List.of()))
          .isFalse();
    }
  }

  @Test
  @DisplayName("空树是每棵树的开头")
  void theEmptyTreeBeginsEveryTree() {
    byte[] root = naive.root(0, 5);
    assertThat(MerkleTree.consistencyProof(0, 5, tree.upTo(5))).isEmpty();
    assertThat(MerkleTree.consistent(0, MerkleTree.emptyRoot(), 5, root, List.of())).isTrue();
    assertThat(MerkleTree.consistent(0, root, 5, root, List.of())).isFalse();
  }

  @Test
  @DisplayName("树外的条目和倒着长的树没有证明")
  void thereIsNoProofOfWhatIsNotInTheTree() {
    assertThatThrownBy(() -> MerkleTree.inclusionProof(5, 5, tree.upTo(5)))
        .hasMessage("entry 5 is not in a tree of 5");
    assertThatThrownBy(() -> MerkleTree.inclusionProof(-1, 5, tree.upTo(5)))
        .hasMessage("entry -1 is not in a tree of 5");
    assertThatThrownBy(() -> MerkleTree.consistencyProof(6, 5, tree.upTo(5)))
        .hasMessage("a tree of 5 cannot continue one of 6");
    assertThatThrownBy(() -> MerkleTree.inclusionProof(0, 2, nodes -> Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("no hash kept for");
    assertThatThrownBy(() -> Frontier.of(3, new byte[32]))
        .hasMessage("a tree of 3 entries has no frontier of 32 bytes");
  }

  @Test
  @DisplayName("叶不能冒充节点")
  void aLeafCannotPassForANode() {
    byte[] left = tree.leaves.get(0);
    byte[] right = tree.leaves.get(1);
    byte[] both = new byte[64];
    System.arraycopy(left, 0, both, 0, 32);
    System.arraycopy(right, 0, both, 32, 32);
    assertThat(MerkleTree.leafHash(both)).isNotEqualTo(MerkleTree.nodeHash(left, right));
  }

  /** A tree grown leaf by leaf, its completed nodes kept as the ledger's rows keep them. */
  private static final class Grown {
    final List<byte[]> leaves = new ArrayList<>();
    private final List<byte[]> completed = new ArrayList<>();

    Grown(int size) {
      Frontier frontier = Frontier.empty();
      for (int i = 0; i < size; i++) {
        byte[] leaf = MerkleTree.leafHash(("entry " + i).getBytes(StandardCharsets.UTF_8));
        Frontier.Growth growth = frontier.append(leaf);
        frontier = growth.frontier();
        leaves.add(leaf);
        completed.add(growth.nodes());
      }
    }

    /** Answers as if only that many entries existed. */
    Function<Set<Node>, Map<Node, byte[]>> upTo(int size) {
      return wanted -> {
        Map<Node, byte[]> hashes = new HashMap<>();
        for (Node node : wanted) {
          int seq = (int) node.completedBy();
          assertThat(seq).isLessThan(size);
          hashes.put(node, StoredEntry.node(node.level(), leaves.get(seq), completed.get(seq)));
        }
        return hashes;
      };
    }
  }

  /** RFC 6962 section 2.1, word by word; ranges are remembered, nothing else is clever. */
  private static final class Naive {
    private final List<byte[]> leaves;
    private final Map<Long, byte[]> known = new HashMap<>();

    Naive(List<byte[]> leaves) {
      this.leaves = leaves;
    }

    byte[] root(int from, int to) {
      byte[] hash = known.get((long) from << 32 | to);
      if (hash == null) {
        int k = split(to - from);
        hash =
            to - from == 1
                ? leaves.get(from)
                : MerkleTree.nodeHash(root(from, from + k), root(from + k, to));
        known.put((long) from << 32 | to, hash);
      }
      return hash;
    }

    List<byte[]> path(int m, int from, int to) {
      if (to - from == 1) {
        return List.of();
      }
      int k = split(to - from);
      return m < k
          ? with(path(m, from, from + k), root(from + k, to))
          : with(path(m - k, from + k, to), root(from, from + k));
    }

    List<byte[]> proof(int m, int n) {
      return subproof(m, 0, n, true);
    }

    private List<byte[]> subproof(int m, int from, int to, boolean whole) {
      if (m == to - from) {
        return whole ? List.of() : List.of(root(from, to));
      }
      int k = split(to - from);
      return m <= k
          ? with(subproof(m, from, from + k, whole), root(from + k, to))
          : with(subproof(m - k, from + k, to, false), root(from, from + k));
    }

    private static int split(int n) {
      int k = 1;
      while (k * 2 < n) {
        k *= 2;
      }
      return k;
    }

    private static List<byte[]> with(List<byte[]> path, byte[] last) {
      List<byte[]> all = new ArrayList<>(path);
      all.add(last);
      return all;
    }
  }

  private static byte[] spoiled(byte[] hash) {
    byte[] other = hash.clone();
    other[17] ^= 1;
    return other;
  }

  private static List<byte[]> spoiled(List<byte[]> path, int step) {
    List<byte[]> other = new ArrayList<>(path);
    other.set(step, spoiled(path.get(step)));
    return other;
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(MerkleTreeTest::hex).toList();
  }
}
