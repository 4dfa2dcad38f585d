package cn.ecogate.mobile.passage;

import cn.ecogate.mobile.Query;
import cn.ecogate.passage.entity.NewCorrection;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;

/**
 * How a passage's record should read: what is left out stays, an empty text takes an item away.
 * Words by name or code.
 *
 * @param seen how many corrections the record had when it was read
 * @param vehicle where the vehicle's items come from; left out, TYPED if any of them is told
 */
public record CorrectionTold(
    Integer seen,
    String plate,
    String color,
    String direction,
    String vehicle,
    String type,
    String use,
    String vin,
    String brandModel,
    String fuel,
    String stage,
    String owner,
    String reason) {

  NewCorrection over(Passage passage) {
    if (seen == null) {
      throw new Rejected("field-missing", "seen", "请带上读到的更正次数 corrections，以免覆盖他人的更正。");
    }
    PassageItems standing = PassageItems.of(passage);
    PassageItems items =
        new PassageItems(
            plate == null ? standing.plate() : plate,
            coded("color", PlateColor.values(), color, standing.plateColor()),
            coded("direction", Direction.values(), direction, standing.direction()),
            null,
            type == null ? standing.vehicleType() : type,
            use == null ? standing.use() : use,
            vin == null ? standing.vin() : vin,
            brandModel == null ? standing.brandModel() : brandModel,
            coded("fuel", FuelType.values(), fuel, standing.fuel()),
            coded("stage", EmissionStage.values(), stage, standing.stage()),
            owner == null ? standing.owner() : owner);
    return new NewCorrection(passage.getId(), seen, items, from(), reason);
  }

  private NewCorrection.From from() {
    NewCorrection.From told = Query.named("vehicle", NewCorrection.From.values(), vehicle);
    boolean typed =
        type != null
            || use != null
            || vin != null
            || brandModel != null
            || fuel != null
            || stage != null
            || owner != null;
    return told == null && typed ? NewCorrection.From.TYPED : told;
  }

  private static <E extends Enum<E> & Coded> E coded(
      String field, E[] words, String text, E otherwise) {
    return text == null ? otherwise : PassageCriteria.coded(field, words, text);
  }
}
