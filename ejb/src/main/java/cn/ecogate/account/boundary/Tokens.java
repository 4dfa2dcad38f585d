package cn.ecogate.account.boundary;

import cn.ecogate.account.entity.IssuedToken;
import cn.ecogate.account.entity.Person;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** Bearer tokens of handhelds: issued per user and device, revocable at once. */
@Stateless
public class Tokens {

  /** Issues a token; an older one of the same user and device is revoked. */
  public IssuedToken issue(Person person, String device) {
    throw new IllegalStateException("not built yet");
  }

  /**
   * The person behind a token's secret, empty if it is unknown, expired or revoked. Asked at every
   * call.
   */
  public Optional<Person> holder(String secret) {
    throw new IllegalStateException("not built yet");
  }

  public void revoke(String secret) {
    throw new IllegalStateException("not built yet");
  }
}
