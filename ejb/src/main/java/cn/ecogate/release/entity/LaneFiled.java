package cn.ecogate.release.entity;

import cn.ecogate.passage.entity.Entered;
import cn.ecogate.registry.entity.Vehicle;

/** A vehicle filed for the time being, and what the rules said of it at once. */
public record LaneFiled(Vehicle vehicle, Entered entered) {}
