package cn.ecogate.release.control;

import cn.ecogate.registry.entity.StageEvidence;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.release.entity.LaneFiling;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.VehicleUse;
import cn.ecogate.vocabulary.Vin;
import java.util.Optional;

/**
 * What a guard could read off a vehicle's papers, as a filing; the usual lorry where he was silent.
 */
public final class LanePaper {

  /** A heavy goods vehicle: what mostly stands there, and what most rules are about. */
  static final String USUAL_TYPE = "H11";

  private LanePaper() {}

  /** Throws {@link Rejected} if what the rules need is missing. */
  public static Vehicle vehicle(LaneFiling typed, Optional<Vin> vin, Optional<String> photo) {
    if (typed.plate() == null || typed.plate().isBlank()) {
      throw new Rejected("plate-missing", "plate", "请输入号牌；没有号牌的车不能临时备案，请人工放行或劝返。");
    }
    if (typed.color() == null) {
      throw new Rejected("color-missing", "color", "请选择号牌颜色：同一号码可有不同颜色的号牌");
    }
    if (typed.stage() == null || typed.stage() == EmissionStage.UNKNOWN) {
      throw new Rejected("stage-missing", "stage", "请选择排放阶段：随车清单或扫码结果上写明；查不到的不能临时备案。");
    }
    StageEvidence evidence =
        typed.evidence() != null
            ? typed.evidence()
            : vin.isPresent() ? StageEvidence.LIST_SCANNED : StageEvidence.PAPERS;
    Vehicle vehicle = new Vehicle();
    vehicle.setPlate(PlateNumber.of(typed.plate()).text());
    vehicle.setPlateColor(typed.color());
    vehicle.setVin(vin.map(Vin::text).orElse(null));
    vehicle.setStage(typed.stage());
    vehicle.setFuel(
        typed.fuel() != null
            ? typed.fuel()
            : typed.stage() == EmissionStage.ELECTRIC ? FuelType.ELECTRIC : FuelType.DIESEL);
    vehicle.setVehicleType(blank(typed.type()) ? USUAL_TYPE : typed.type());
    vehicle.setUse(blank(typed.use()) ? VehicleUse.FREIGHT.code() : typed.use());
    vehicle.setEvidence(evidence);
    if (evidence == StageEvidence.LIST_SCANNED) {
      vehicle.setListPhoto(photo.orElse(null));
    } else {
      vehicle.setLicencePhoto(photo.orElse(null));
    }
    return vehicle;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
