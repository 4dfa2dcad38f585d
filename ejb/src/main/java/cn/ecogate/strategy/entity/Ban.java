package cn.ecogate.strategy.entity;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** One thing a kept strategy forbids. */
@Embeddable
public class Ban {

  @Column(name = "heavy_only")
  private boolean heavyOnly;

  /** Names separated by commas, in the order of the enum; empty means every fuel. */
  private String fuels;

  @Enumerated(EnumType.STRING)
  private EmissionStage worst;

  protected Ban() {}

  Ban(Restriction restriction) {
    this.heavyOnly = restriction.heavyOnly();
    this.fuels =
        restriction.fuels().stream().sorted().map(FuelType::name).collect(Collectors.joining(","));
    this.worst = restriction.worst();
  }

  Restriction restriction(String strategy) {
    Set<FuelType> meant =
        Arrays.stream(fuels.split(","))
            .filter(name -> !name.isEmpty())
            .map(FuelType::valueOf)
            .collect(Collectors.toSet());
    return new Restriction(strategy, heavyOnly, meant, worst);
  }
}
