package cn.ecogate.mobile.release;

import cn.ecogate.mobile.Query;
import cn.ecogate.mobile.Told;
import cn.ecogate.release.entity.Cause;
import cn.ecogate.release.entity.NewRelease;

/**
 * A vehicle to be let in that the rules could not decide about.
 *
 * @param key chosen by the handheld and the same at every repetition
 * @param passage the passage's id
 * @param photo JPEG in base64, taken on the spot
 */
public record NewReleaseTold(String key, long passage, String cause, String words, String photo) {

  NewRelease wanted() {
    return new NewRelease(
        key, passage, Query.named("cause", Cause.values(), cause), words, Told.photo(photo));
  }

  @Override
  public String toString() {
    return "release " + key + " of passage " + passage;
  }
}
