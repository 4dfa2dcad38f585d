package cn.ecogate.account.entity;

import java.util.Set;

/**
 * An account as it is wanted.
 *
 * @param phone null or blank if there is none
 * @param version of the account that was looked at, 0 for a new one
 */
public record AccountDraft(String user, String name, String phone, Set<Role> roles, long version) {

  public AccountDraft {
    roles = Set.copyOf(roles);
  }
}
