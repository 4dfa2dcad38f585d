package cn.ecogate.mobile.account;

import java.time.Instant;
import java.util.List;

/** The token and whose it is. */
public record TokenGranted(String token, Instant expires, String name, List<String> roles) {

  @Override
  public String toString() {
    return name + " until " + expires;
  }
}
