package cn.ecogate.passage.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import java.time.Instant;
import java.util.List;

/**
 * What a strategy would have done to the passages of the last days.
 *
 * @param from since when passages were looked at
 * @param whole false if there were more than can be looked at, and only the newest were
 * @param passages how many there were, a vehicle typed in for an unread plate once
 * @param refused how many of them it would have refused
 * @param already how many of those were refused then, for whatever reason
 * @param asked how many it would have sent to a guard because the facts do not suffice
 * @param stages those refused by stage and fuel, the most first
 * @param vehicleCount how many vehicles were refused
 * @param vehicles those refused most often
 */
public record Rehearsal(
    Instant from,
    boolean whole,
    long passages,
    long refused,
    long already,
    long asked,
    List<ByStage> stages,
    long vehicleCount,
    List<Caught> vehicles) {

  public Rehearsal {
    stages = List.copyOf(stages);
    vehicles = List.copyOf(vehicles);
  }

  /** Refused passages of one stage and fuel. */
  public record ByStage(EmissionStage stage, FuelType fuel, long passages, long vehicles) {}

  /** A vehicle that would have been refused, as it was filed when it passed last. */
  public record Caught(
      String plate,
      PlateColor color,
      String type,
      FuelType fuel,
      EmissionStage stage,
      String owner,
      long passages) {}
}
