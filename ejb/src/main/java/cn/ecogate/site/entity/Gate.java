package cn.ecogate.site.entity;

import java.util.List;
import java.util.OptionalInt;

/**
 * An entrance or exit of the plant (出入口).
 *
 * @param capacity so many vehicles that came in here may be inside at once
 */
public record Gate(String no, String name, String address, List<Lane> lanes, OptionalInt capacity) {

  public Gate {
    lanes = List.copyOf(lanes);
  }

  /** A gate that sets no limit. */
  public Gate(String no, String name, String address, List<Lane> lanes) {
    this(no, name, address, lanes, OptionalInt.empty());
  }
}
