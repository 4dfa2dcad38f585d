package cn.ecogate.release.entity;

/** Why a barrier rose by itself, or was not used; words of the person's own come beside it. */
public enum LiftCause {
  EMERGENCY("紧急情况手动起杆"),
  POWER_OR_FAULT("停电或设备故障"),
  MAINTENANCE("检修调试"),
  HAND_SWITCH("误触手动开关"),
  NON_MOTOR("行人或非机动车通过"),
  TURNED_BACK("车辆掉头未通过"),
  UNAUTHORISED("违规放行"),
  OTHER("其他原因");

  private final String label;

  LiftCause(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
