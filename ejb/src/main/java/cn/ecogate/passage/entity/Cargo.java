package cn.ecogate.passage.entity;

import java.util.List;
import java.util.Optional;

/**
 * All that is known about what a passage's vehicle carried, and which codes were read beside it.
 *
 * @param load the one that holds
 * @param earlier those it has replaced, newest first
 * @param offer the weighing that would be its load, unless one is taken over already
 * @param weighings every weighing nearest to this passage, oldest first
 * @param tags codes read nearest to this passage, oldest first
 * @param oddities what is odd but allowed, as sentences
 */
public record Cargo(
    Optional<Load> load,
    List<Load> earlier,
    Optional<Weighing> offer,
    List<Weighing> weighings,
    List<TagFinding> tags,
    List<String> oddities) {

  public Cargo {
    earlier = List.copyOf(earlier);
    weighings = List.copyOf(weighings);
    tags = List.copyOf(tags);
    oddities = List.copyOf(oddities);
  }
}
