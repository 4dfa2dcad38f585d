package cn.ecogate.strategy.entity;

import cn.ecogate.vocabulary.AlertLevel;

/**
 * What to look for among the strategies.
 *
 * @param state null = any
 * @param alert null = any
 * @param house true = only those set here, false = only platforms', null = both
 * @param text part of name or measure; null or blank means any
 */
public record StrategyFilter(StrategyState state, AlertLevel alert, Boolean house, String text) {

  public static final StrategyFilter EVERY = new StrategyFilter(null, null, null, null);

  public boolean fits(ControlStrategy strategy, StrategyState stands) {
    String part = text == null ? "" : text.strip();
    return (state == null || state == stands)
        && (alert == null || alert == strategy.alert())
        && (house == null || house == strategy.origin().isEmpty())
        && (strategy.name().contains(part) || strategy.measure().contains(part));
  }
}
