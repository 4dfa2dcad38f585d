package cn.ecogate.device.entity;

/** What a scanned code looks like, by its shape alone. */
public enum TagKind {
  /** A vehicle's VIN, from its environmental list or bare. */
  VIN("车辆识别代号"),
  /** 24 places, of a machine's type. */
  DISCLOSURE("环保信息公开编号"),
  /** 17 places, of one machine. */
  PIN("机械产品识别码"),
  /** Printed differently from place to place. */
  REGISTRATION("环保登记编码"),
  /** What a radio tag carries. */
  EPC("射频标签"),
  /** Anything else: the text is kept as it is. */
  OPAQUE("其他文本");

  private final String label;

  TagKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
