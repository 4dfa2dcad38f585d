package cn.ecogate.strategy.entity;

import java.time.Instant;

/**
 * One edition of a strategy: what it said from then on, who made it so, and why.
 *
 * @param why empty where nothing has to be said
 */
public record StrategyEdition(
    ControlStrategy strategy, Act act, String who, String why, Instant at) {

  /** How an edition came about. */
  public enum Act {
    ADDED("新增"),
    AMENDED("修改"),
    ENDED("提前结束"),
    RESTORED("撤销上次改动"),
    RECEIVED("平台下发"),
    WITHDRAWN("平台撤销");

    private final String label;

    Act(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
