package cn.ecogate.passage.control;

import cn.ecogate.passage.entity.NewCorrection;
import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Vin;
import java.util.Optional;

/** What a passage's record may be corrected to. */
public final class CorrectionRules {

  private static final int LONGEST = 100;

  private CorrectionRules() {}

  /** Plate, colour and direction as they may be kept; {@link Rejected} names the field. */
  public static PassageItems named(PassageItems wanted, PassageItems standing) {
    String plate = blank(wanted.plate()) ? null : PlateNumber.of(wanted.plate().strip()).text();
    if (plate == null && standing.plate() != null) {
      throw new Rejected("plate-missing", "plate", "号牌只能改正，不能去掉：请填写正确的号牌。");
    }
    if (plate != null && wanted.plateColor() == null) {
      throw new Rejected("color-missing", "color", "请选择号牌颜色：同一号码可有不同颜色的号牌");
    }
    if (wanted.direction() == null) {
      throw new Rejected("direction-missing", "direction", "请选择方向：进厂或出厂。");
    }
    return new PassageItems(
        plate,
        plate == null ? null : wanted.plateColor(),
        wanted.direction(),
        standing.vehicleId(),
        standing.vehicleType(),
        standing.use(),
        standing.vin(),
        standing.brandModel(),
        standing.fuel(),
        standing.stage(),
        standing.owner());
  }

  /**
   * The same with the vehicle's own items. {@link Rejected} if they cannot be, or if nothing
   * differs from what stands.
   *
   * @param filed what is on file under the corrected plate
   */
  public static PassageItems whole(
      PassageItems named, NewCorrection wanted, PassageItems standing, Optional<Vehicle> filed) {
    NewCorrection.From from = wanted.from() == null ? NewCorrection.From.PLATE : wanted.from();
    PassageItems whole =
        switch (from) {
          case PLATE -> named.samePlate(standing) ? named : named.filedAs(filed.orElse(null));
          case FILING -> named.filedAs(filed.orElseThrow(() -> notFiled(named)));
          case TYPED -> typed(named, wanted.items(), filed);
        };
    if (whole.equals(standing)) {
      throw new Rejected("nothing-corrected", "", "没有改动任何一项，请先改正，再提交。");
    }
    return whole;
  }

  private static Rejected notFiled(PassageItems named) {
    return named.plate() == null
        ? new Rejected("not-filed", "from", "没有号牌就没有备案可取，请改为按下面所填。")
        : new Rejected(
            "not-filed",
            "from",
            named.plate() + "（" + named.plateColor().label() + "牌）没有备案，请先备案，或改为按下面所填。");
  }

  private static PassageItems typed(
      PassageItems named, PassageItems wanted, Optional<Vehicle> filed) {
    if (named.plate() == null) {
      throw new Rejected("plate-missing", "plate", "填写车辆信息前，请先填写号牌。");
    }
    return new PassageItems(
        named.plate(),
        named.plateColor(),
        named.direction(),
        filed.map(Vehicle::getId).orElse(null),
        atMost(3, "vehicleType", "车辆类型", wanted.vehicleType()),
        atMost(1, "use", "使用性质", wanted.use()),
        blank(wanted.vin()) ? null : Vin.of(wanted.vin().strip()).text(),
        atMost(LONGEST, "brandModel", "品牌型号", wanted.brandModel()),
        wanted.fuel(),
        wanted.stage(),
        atMost(LONGEST, "owner", "所属单位", wanted.owner()));
  }

  private static String atMost(int most, String field, String name, String text) {
    if (blank(text)) {
      return null;
    }
    String kept = text.strip();
    if (kept.length() > most) {
      throw new Rejected(
          "too-long", field, name + "最多 " + most + " 个字，现为 " + kept.length() + " 个，请缩短。");
    }
    return kept;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
