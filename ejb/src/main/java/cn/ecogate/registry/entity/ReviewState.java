package cn.ecogate.registry.entity;

/** How far a filing has come: only one in force admits a vehicle by itself. */
public enum ReviewState {
  AWAITING("待审核"),
  IN_FORCE("已生效"),
  RETURNED("已退回");

  private final String label;

  ReviewState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
