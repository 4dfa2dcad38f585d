package cn.ecogate.strategy.boundary;

import cn.ecogate.strategy.entity.ControlStrategy;
import java.util.List;

/**
 * CDI event: other strategies are in force than a moment ago, because one began, ended or was
 * changed.
 *
 * @param inForce strictest alert first
 */
public record StrategiesTurned(List<ControlStrategy> inForce) {

  public StrategiesTurned {
    inForce = List.copyOf(inForce);
  }
}
