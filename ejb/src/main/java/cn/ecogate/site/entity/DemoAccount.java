package cn.ecogate.site.entity;

/**
 * An account with a known password; a site file may list them only if it says {@code demo: true}.
 */
public record DemoAccount(String user, String name, String role, String password) {

  @Override
  public String toString() {
    return user + " (" + role + ")";
  }
}
