package cn.ecogate.mobile.release;

import cn.ecogate.release.entity.Release;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Exemptions that wait for an answer.
 *
 * @param mark names exactly these; sent back, the next answer waits until there are others
 */
public record ExemptionsWaiting(String mark, List<ReleaseItem> items) {

  static ExemptionsWaiting of(List<Release> waiting, String base) {
    return new ExemptionsWaiting(
        mark(waiting), waiting.stream().map(one -> ReleaseItem.of(one, base)).toList());
  }

  static String mark(List<Release> waiting) {
    return waiting.isEmpty()
        ? "none"
        : waiting.stream().map(one -> one.getId().toString()).collect(Collectors.joining("-"));
  }
}
