package cn.ecogate.admission.entity;

import java.util.List;
import java.util.Optional;

/**
 * How things stand at the lane and in the plant while a vehicle is dealt with.
 *
 * @param live false for what is told afterwards: nobody knows any more how things stood, and the
 *     other items are empty
 * @param closure why the lane is closed, empty if it is open
 * @param whereabouts whether the vehicle is inside, empty if that is not known
 * @param crowds how full the plant and the gate are, for each limit the site sets
 * @param machine the machine on file that has this plate, in words; empty if none has
 */
public record Circumstances(
    boolean live,
    Optional<Closure> closure,
    Optional<Whereabouts> whereabouts,
    List<Crowd> crowds,
    Optional<String> machine) {

  /** Of a vehicle that is told afterwards. */
  public static final Circumstances HISTORY =
      new Circumstances(false, Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  public Circumstances {
    crowds = List.copyOf(crowds);
  }
}
