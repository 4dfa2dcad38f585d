package cn.ecogate.admission.entity;

/** How a vehicle's filing stands (备案状态). */
public enum Standing {
  IN_FORCE("有效"),
  AWAITING_REVIEW("待审核"),
  TEMPORARY("临时备案"),
  UNDER_REPAIR("维修"),
  RETIRED("已停用");

  private final String label;

  Standing(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
