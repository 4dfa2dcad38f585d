package cn.ecogate.strategy.entity;

/** One item that an edition says otherwise than the one before it, both in Chinese words. */
public record EditionChange(Item item, String before, String after) {

  /** What a strategy consists of. */
  public enum Item {
    NAME("名称"),
    ALERT("预警等级"),
    RESPONSE("响应等级"),
    FROM("开始时间"),
    UNTIL("结束时间"),
    HOURS("每日时段"),
    RULES("规则"),
    MEASURE("管控措施"),
    SPARED("例外");

    private final String label;

    Item(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
