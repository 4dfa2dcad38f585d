package cn.ecogate.registry.control;

import cn.ecogate.registry.entity.Fleet;
import cn.ecogate.vocabulary.EmissionStage;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts counts of vehicles by owner and stage together into fleets, the largest first. */
public final class FleetShares {

  private FleetShares() {}

  /** How many vehicles an owner has of a stage. */
  public record Part(String owner, EmissionStage stage, long vehicles) {}

  public static List<Fleet> of(List<Part> parts) {
    Map<String, Map<EmissionStage, Long>> byOwner = new LinkedHashMap<>();
    for (Part part : parts) {
      byOwner
          .computeIfAbsent(part.owner(), owner -> new EnumMap<>(EmissionStage.class))
          .merge(part.stage(), part.vehicles(), Long::sum);
    }
    return byOwner.entrySet().stream()
        .map(fleet -> new Fleet(fleet.getKey(), sum(fleet.getValue()), fleet.getValue()))
        .sorted(Comparator.comparingLong(Fleet::vehicles).reversed().thenComparing(Fleet::name))
        .toList();
  }

  private static long sum(Map<EmissionStage, Long> byStage) {
    return byStage.values().stream().mapToLong(Long::longValue).sum();
  }
}
