package cn.ecogate.registry.entity;

/** Whether a vehicle or machine is used; what is under repair still counts in every total. */
public enum ServiceState {
  ACTIVE("在用"),
  UNDER_REPAIR("维修"),
  RETIRED("停用");

  private final String label;

  ServiceState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
