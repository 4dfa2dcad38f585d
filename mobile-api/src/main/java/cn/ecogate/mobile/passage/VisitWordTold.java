package cn.ecogate.mobile.passage;

import java.time.Instant;

/**
 * What a person says about the missing half of a visit.
 *
 * @param moment ISO-8601 with zone; left out if nobody knows
 */
public record VisitWordTold(String reason, String moment) {

  Instant at() {
    return PassageCriteria.time("moment", moment);
  }
}
