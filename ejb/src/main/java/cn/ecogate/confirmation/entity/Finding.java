package cn.ecogate.confirmation.entity;

/** What the re-check found. */
public enum Finding {
  EXCEEDS("属实，确实超标"),
  MEETS("不属实，未超标"),
  REPAIRED("属实，已维修并复检合格"),
  NOT_OURS("信息有误或不是本厂车辆、机械");

  private final String label;

  Finding(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
