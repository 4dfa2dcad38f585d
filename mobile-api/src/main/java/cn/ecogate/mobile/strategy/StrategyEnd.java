package cn.ecogate.mobile.strategy;

/** What is asked to end a strategy now or to take its last change back: which edition was read. */
public record StrategyEnd(Integer edition, String why) {}
