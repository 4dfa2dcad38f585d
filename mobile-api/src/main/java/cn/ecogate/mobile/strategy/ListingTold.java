package cn.ecogate.mobile.strategy;

import cn.ecogate.mobile.Query;
import cn.ecogate.strategy.entity.NewListing;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import java.util.Optional;

/** A vehicle for the house's own list. */
public record ListingTold(String plate, String plateColor, String reason, String evidence) {

  NewListing listing() {
    PlateColor color = Query.named("plateColor", PlateColor.values(), plateColor);
    if (color == null) {
      throw new Rejected("field-missing", "plateColor", "请给出号牌颜色 plateColor。");
    }
    return new NewListing(
        PlateNumber.of(plate), color, reason, Optional.ofNullable(Query.blankToNull(evidence)));
  }
}
