package cn.ecogate.account.entity;

/**
 * What a user may do; the constants' lower-case names are the role names of {@code @RolesAllowed}.
 */
public enum Role {
  ADMINISTRATOR(Role.Names.ADMINISTRATOR, "管理员"),
  OFFICER(Role.Names.OFFICER, "环保专员"),
  GUARD(Role.Names.GUARD, "值守员"),
  KEEPER(Role.Names.KEEPER, "机械管理员"),
  INSPECTOR(Role.Names.INSPECTOR, "核查员"),
  AUDITOR(Role.Names.AUDITOR, "审计员");

  /** The names as constants, for annotations. */
  public static final class Names {
    public static final String ADMINISTRATOR = "administrator";
    public static final String OFFICER = "officer";
    public static final String GUARD = "guard";
    public static final String KEEPER = "keeper";
    public static final String INSPECTOR = "inspector";
    public static final String AUDITOR = "auditor";

    private Names() {}
  }

  private final String roleName;
  private final String label;

  Role(String roleName, String label) {
    this.roleName = roleName;
    this.label = label;
  }

  public String roleName() {
    return roleName;
  }

  public String label() {
    return label;
  }
}
