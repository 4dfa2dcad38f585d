package cn.ecogate.account.boundary;

import cn.ecogate.account.entity.Person;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** Who may come in, and with which password. */
@Stateless
public class Accounts {

  /** The person if user and password fit, else empty; takes the same time either way. */
  public Optional<Person> signIn(String user, String password) {
    throw new IllegalStateException("not built yet");
  }

  public Optional<Person> person(String user) {
    throw new IllegalStateException("not built yet");
  }

  /**
   * Replaces the user's own password; {@code Rejected} if the old one is wrong or the new one too
   * weak.
   */
  public void changePassword(String user, String oldPassword, String newPassword) {
    throw new IllegalStateException("not built yet");
  }
}
