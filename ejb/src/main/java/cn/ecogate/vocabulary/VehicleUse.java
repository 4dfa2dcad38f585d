package cn.ecogate.vocabulary;

import java.util.Optional;

/** Use of a vehicle (使用性质), GA/T 16.3 letters. */
public enum VehicleUse implements Coded {
  NOT_FOR_HIRE("A", "非营运"),
  ROAD_PASSENGERS("B", "公路客运"),
  BUS("C", "公交客运"),
  TAXI("D", "出租客运"),
  TOURISM("E", "旅游客运"),
  FREIGHT("F", "货运"),
  RENTAL("G", "租赁"),
  POLICE("H", "警用"),
  FIRE("I", "消防"),
  AMBULANCE("J", "救护"),
  RESCUE("K", "工程救险"),
  FORMERLY_FOR_HIRE("L", "营转非"),
  FORMERLY_TAXI("M", "出租转非"),
  DRIVING_SCHOOL("N", "教练"),
  KINDERGARTEN_BUS("O", "幼儿校车"),
  PRIMARY_SCHOOL_BUS("P", "小学生校车"),
  OTHER_SCHOOL_BUS("Q", "其他校车"),
  DANGEROUS_GOODS("R", "危化品运输"),
  SCHOOL_BUS("S", "中小学生校车"),
  BOOKED_TAXI("T", "预约出租客运"),
  FORMERLY_BOOKED_TAXI("U", "预约出租转非");

  private final String code;
  private final String label;

  VehicleUse(String code, String label) {
    this.code = code;
    this.label = label;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }

  /** True for the vehicles that save lives: no control strategy holds them up. */
  public boolean emergency() {
    return this == POLICE || this == FIRE || this == AMBULANCE || this == RESCUE;
  }

  /** The constant of that letter; throws {@link IllegalArgumentException} if there is none. */
  public static VehicleUse ofCode(String code) {
    return Coded.find(values(), code);
  }

  /** The constant of that letter, empty if there is none. */
  public static Optional<VehicleUse> known(String code) {
    for (VehicleUse use : values()) {
      if (use.code.equals(code)) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }
}
