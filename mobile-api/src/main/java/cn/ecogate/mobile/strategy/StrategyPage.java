package cn.ecogate.mobile.strategy;

import java.util.List;

/** A page of strategies; {@code next} is null on the last. */
public record StrategyPage(List<StrategyItem> items, String next) {}
