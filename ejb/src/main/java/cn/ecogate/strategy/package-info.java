/**
 * What is forbidden at a moment: control strategies (管控策略) and the exceeding list (超标车辆名单).
 *
 * <p><b>Offers:</b> {@link cn.ecogate.strategy.boundary.Strategies} (in force at a moment, a
 * vehicle's listing, additions by signed-in people) and {@link
 * cn.ecogate.strategy.boundary.StrategyDesk} (the same additions for callers that name the person
 * themselves).
 *
 * <p><b>Requirements</b>
 *
 * <ul>
 *   <li>HJ 1321-2023 管控策略校验, 超标车辆校验: both control the barrier, so both answer for every truck.
 *   <li>A strategy has a start and an end; when it ends the daily rule comes back by itself.
 *       Forgetting that is the commonest mistake, so an alert's strategy without an end is refused.
 *   <li>Every addition is a ledger entry {@code audit} with who and what.
 * </ul>
 *
 * <p><b>Decisions</b>
 *
 * <ul>
 *   <li>Strategies in force add up: an alert does not suspend the daily rule, and an enterprise may
 *       be stricter, never laxer. Of the daily rules, which have no end, the latest replaces the
 *       others.
 *   <li>All strategies are kept in memory for two seconds at most; whether one is in force is
 *       computed in every question. Rejected: caching what is in force, which would end a strategy
 *       late.
 *   <li>The exceeding list is read from its table for every truck. Rejected: keeping it in memory;
 *       a province's list is long and a released vehicle must pass at once.
 * </ul>
 *
 * <p><b>Out of scope:</b> lists and strategies sent by a platform and their confirmation (uplink),
 * the verdict (admission), changing or ending a strategy early.
 */
package cn.ecogate.strategy;
