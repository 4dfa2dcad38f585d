package cn.ecogate.registry.entity;

/** How a vehicle's emission stage was established: what an inspector asks first. */
public enum StageEvidence {
  LIST_SCANNED("随车清单扫码"),
  PLATE_QUERY("按号牌查询"),
  VIN_QUERY("按车辆识别代号查询"),
  PAPERS("纸质材料");

  private final String label;

  StageEvidence(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
