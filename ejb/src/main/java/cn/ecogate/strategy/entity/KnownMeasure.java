package cn.ecogate.strategy.entity;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The control measures that platforms send by number (管控措施), ready made. */
public enum KnownMeasure implements Coded {
  CHINA_3_HEAVY(
      "1",
      "国三及以下重型柴油、天然气货车禁行",
      ban(true, Set.of(FuelType.DIESEL, FuelType.NATURAL_GAS), EmissionStage.CHINA_3)),
  CHINA_4_HEAVY(
      "2",
      "国四及以下重型柴油、天然气货车禁行",
      ban(true, Set.of(FuelType.DIESEL, FuelType.NATURAL_GAS), EmissionStage.CHINA_4)),
  CHINA_4_DIESEL_CHINA_5_GAS(
      "3",
      "国四及以下重型柴油货车、国五及以下重型天然气货车禁行",
      ban(true, Set.of(FuelType.DIESEL), EmissionStage.CHINA_4),
      ban(true, Set.of(FuelType.NATURAL_GAS), EmissionStage.CHINA_5)),
  TRANSPORT_STOPPED("4", "停止公路运输", ban(false, Set.of(), EmissionStage.ELECTRIC));

  private final String code;
  private final String label;
  private final List<Restriction> restrictions;

  KnownMeasure(String code, String label, Restriction... restrictions) {
    this.code = code;
    this.label = label;
    this.restrictions = List.of(restrictions);
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }

  public List<Restriction> restrictions() {
    return restrictions;
  }

  /** The constant of that wire code; throws {@link IllegalArgumentException} if there is none. */
  public static KnownMeasure ofCode(String code) {
    return Coded.find(values(), code);
  }

  /** The one that forbids exactly that, whatever strategy it is part of and whom it spares. */
  public static Optional<KnownMeasure> of(List<Restriction> restrictions) {
    List<Restriction> bare = restrictions.stream().map(each -> each.of("", Spared.NOBODY)).toList();
    return Arrays.stream(values()).filter(known -> known.restrictions.equals(bare)).findFirst();
  }

  private static Restriction ban(boolean heavyOnly, Set<FuelType> fuels, EmissionStage worst) {
    return new Restriction("", heavyOnly, fuels, worst);
  }
}
