package cn.ecogate.account.entity;

import java.util.Set;

/**
 * Somebody who may come in, as the rest of the house sees them.
 *
 * @param mustChangePassword true until the first password, which somebody else knew, has been
 *     replaced
 */
public record Person(String user, String name, Set<Role> roles, boolean mustChangePassword) {

  public Person {
    roles = Set.copyOf(roles);
  }
}
