package cn.ecogate.device.entity;

/** How a barrier is held in an emergency. */
public enum LockMode {
  OPEN("锁定常开"),
  CLOSED("锁定常闭");

  private final String label;

  LockMode(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
