package cn.ecogate.strategy.entity;

import cn.ecogate.strategy.entity.StrategyEdition.Act;
import java.time.Instant;

/**
 * A strategy as a list shows it: what it says, how it stands, whose it is.
 *
 * @param setBy who set it first: a user, or a platform's id in the site file
 * @param act what was done to it last
 */
public record StrategyCard(
    ControlStrategy strategy,
    StrategyState state,
    String setBy,
    Act act,
    String changedBy,
    Instant changedAt) {}
