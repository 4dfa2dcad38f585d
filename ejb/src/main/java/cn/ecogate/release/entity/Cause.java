package cn.ecogate.release.entity;

/** Why a person lets a vehicle in; words of his own come beside it. */
public enum Cause {
  PAPERS_SHOWN("已核对行驶证、随车清单"),
  PLATE_CHECKED("已人工核对号牌"),
  EMERGENCY("应急抢险"),
  LIVELIHOOD("民生保障运输"),
  SAFETY("安全生产急需"),
  OFFICIAL("公务执法检查"),
  OTHER("其他原因");

  private final String label;

  Cause(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
