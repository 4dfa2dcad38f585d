package cn.ecogate.strategy.entity;

/** How a strategy stands at a moment. */
public enum StrategyState {
  IN_FORCE("生效中"),
  /** Begun and not ended, but only at other hours of the day. */
  RESTING("现在不在时段内"),
  COMING("未开始"),
  /** A daily rule, in whose place a later one holds. */
  REPLACED("已被取代"),
  OVER("已结束");

  private final String label;

  StrategyState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
