package cn.ecogate.web.strategy;

import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.ResponseLevel;
import cn.ecogate.vocabulary.VehicleGroup;
import cn.ecogate.vocabulary.VehicleUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** What a strategy is composed of. */
@Named
@ApplicationScoped
public class StrategyChoices {

  public List<KnownMeasure> getMeasures() {
    return List.of(KnownMeasure.values());
  }

  public List<AlertLevel> getAlerts() {
    return List.of(AlertLevel.values());
  }

  public List<ResponseLevel> getResponses() {
    return List.of(ResponseLevel.values());
  }

  public List<VehicleGroup> getGroups() {
    return List.of(VehicleGroup.values());
  }

  /** Those that no strategy holds up are left out. */
  public List<VehicleUse> getUses() {
    return Arrays.stream(VehicleUse.values()).filter(use -> !use.emergency()).toList();
  }

  /** The best stage still refused; electric means that all transport stops. */
  public List<EmissionStage> getWorst() {
    return Arrays.stream(EmissionStage.values()).filter(EmissionStage::known).toList();
  }

  /** How long an alert usually lasts, in hours. */
  public List<Integer> getSpans() {
    return List.of(24, 48, 72);
  }
}
