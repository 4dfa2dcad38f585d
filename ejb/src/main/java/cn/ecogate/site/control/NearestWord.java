package cn.ecogate.site.control;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word somebody probably meant. */
final class NearestWord {

  /** Of a word of n letters, a third may be wrong before guessing becomes noise. */
  private static final int TOLERANCE = 3;

  private NearestWord() {}

  static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(
            k -> distance(word, k) <= Math.max(1, Math.max(word.length(), k.length()) / TOLERANCE))
        .min(Comparator.<String>comparingInt(k -> distance(word, k)).thenComparing(k -> k));
  }

  /** Levenshtein's, with a swap of neighbours counted as one. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
