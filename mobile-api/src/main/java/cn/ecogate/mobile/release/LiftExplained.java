package cn.ecogate.mobile.release;

import cn.ecogate.mobile.Query;
import cn.ecogate.mobile.Told;
import cn.ecogate.release.entity.LiftCause;

/**
 * Why a barrier rose by itself, or was not used.
 *
 * @param photo JPEG in base64, may be left out
 */
public record LiftExplained(String cause, String words, String photo) {

  LiftCause reason() {
    return Query.named("cause", LiftCause.values(), cause);
  }

  byte[] bytes() {
    return Told.photo(photo);
  }

  @Override
  public String toString() {
    return "explanation " + cause;
  }
}
