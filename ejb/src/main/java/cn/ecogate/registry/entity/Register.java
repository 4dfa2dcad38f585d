package cn.ecogate.registry.entity;

/** A register that can be filled from a table. */
public enum Register {
  VEHICLES("运输车辆");

  private final String label;

  Register(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
