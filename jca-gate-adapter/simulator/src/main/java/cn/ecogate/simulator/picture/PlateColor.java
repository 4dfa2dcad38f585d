package cn.ecogate.simulator.picture;

import java.awt.Color;

/** Chinese plate colours (GA 36), with what they are painted in and how Hikvision names them. */
public enum PlateColor {
  BLUE("蓝", "blue", 2, new Color(0x10, 0x42, 0xA8), Color.WHITE),
  YELLOW("黄", "yellow", 1, new Color(0xF5, 0xB3, 0x0C), new Color(0x14, 0x14, 0x14)),
  WHITE("白", "white", 0, new Color(0xF4, 0xF4, 0xF2), new Color(0x14, 0x14, 0x14)),
  BLACK("黑", "black", 3, new Color(0x16, 0x16, 0x18), Color.WHITE),
  GREEN("绿", "newEnergyGreen", 4, new Color(0x53, 0xBE, 0x72), new Color(0x14, 0x14, 0x14)),
  YELLOW_GREEN(
      "黄绿", "newEnergyYellowGreen", 4, new Color(0x53, 0xBE, 0x72), new Color(0x14, 0x14, 0x14)),
  OTHER("", "other", 9, new Color(0xA0, 0xA0, 0xA0), new Color(0x14, 0x14, 0x14));

  private final String prefix;
  private final String isapi;
  private final int gat;
  private final Color ground;
  private final Color ink;

  PlateColor(String prefix, String isapi, int gat, Color ground, Color ink) {
    this.prefix = prefix;
    this.isapi = isapi;
    this.gat = gat;
    this.ground = ground;
    this.ink = ink;
  }

  /** What Chinese firmware puts before the plate's characters. */
  public String prefix() {
    return prefix;
  }

  public String isapi() {
    return isapi;
  }

  /** GA/T 833 number as the firmware gives it; it has one for both greens. */
  public int gat() {
    return gat;
  }

  Color ground() {
    return ground;
  }

  Color ink() {
    return ink;
  }

  boolean newEnergy() {
    return this == GREEN || this == YELLOW_GREEN;
  }

  /** The colour of that name, else OTHER. */
  public static PlateColor named(String name) {
    for (PlateColor color : values()) {
      if (color.name().equalsIgnoreCase(name)) {
        return color;
      }
    }
    return OTHER;
  }
}
