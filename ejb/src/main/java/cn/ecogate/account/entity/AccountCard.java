package cn.ecogate.account.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An account as the administrator sees it; never its password.
 *
 * @param known true while somebody else knows the password
 * @param lockedUntil the name is locked after failures, empty if it is not
 */
public record AccountCard(
    String user,
    String name,
    String phone,
    Set<Role> roles,
    boolean known,
    Optional<Instant> disabledAt,
    Optional<Instant> lockedUntil,
    Optional<Instant> lastSignIn,
    String lastFrom,
    Instant openedAt,
    long version) {

  public boolean enabled() {
    return disabledAt.isEmpty();
  }
}
