package cn.ecogate.site.entity;

import java.util.List;

/** An entrance or exit of the plant (出入口). */
public record Gate(String no, String name, String address, List<Lane> lanes) {

  public Gate {
    lanes = List.copyOf(lanes);
  }
}
