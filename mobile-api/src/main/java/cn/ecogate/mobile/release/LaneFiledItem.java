package cn.ecogate.mobile.release;

import cn.ecogate.mobile.passage.PassageItem;
import cn.ecogate.release.entity.LaneFiled;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;

/** What was filed for the time being, and how the rules decided about it at once. */
public record LaneFiledItem(long vehicle, String vin, Instant until, PassageItem passage) {

  static LaneFiledItem of(LaneFiled filed, UriInfo uri) {
    return new LaneFiledItem(
        filed.vehicle().getId(),
        filed.vehicle().getVin(),
        filed.vehicle().getTemporaryUntil(),
        PassageItem.of(filed.entered().story().passage(), uri));
  }
}
