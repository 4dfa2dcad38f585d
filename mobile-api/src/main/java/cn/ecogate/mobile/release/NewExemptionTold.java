package cn.ecogate.mobile.release;

import cn.ecogate.mobile.Told;
import cn.ecogate.release.entity.NewExemption;

/**
 * A refused vehicle to be let in all the same, if another person agrees.
 *
 * @param promisedUntil until when the papers will be filed
 */
public record NewExemptionTold(
    String key, long passage, String cause, String words, String promisedUntil, String photo) {

  NewExemption wanted() {
    return new NewExemption(
        new NewReleaseTold(key, passage, cause, words, photo).wanted(),
        Told.moment("promisedUntil", promisedUntil));
  }

  @Override
  public String toString() {
    return "exemption " + key + " of passage " + passage;
  }
}
