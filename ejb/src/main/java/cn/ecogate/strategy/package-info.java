/**
 * What is forbidden at a moment: control strategies (管控策略) and the exceeding list (超标车辆名单).
 *
 * <p><b>Offers:</b> {@link cn.ecogate.strategy.boundary.Strategies} and {@link
 * cn.ecogate.strategy.boundary.ExceedingList} for signed-in people and the gate; {@link
 * cn.ecogate.strategy.boundary.StrategyDesk} and {@link cn.ecogate.strategy.boundary.ListDesk} for
 * callers that name the person themselves, and for what platforms send ({@code receive}); {@link
 * cn.ecogate.strategy.boundary.StrategiesTurned} is fired when a strategy begins or ends by itself.
 *
 * <p><b>Requirements</b>
 *
 * <ul>
 *   <li>HJ 1321-2023 管控策略校验, 超标车辆校验: both control the barrier, so both answer for every truck.
 *   <li>A strategy has a start and an end; when it ends the daily rule comes back by itself.
 *       Forgetting that is the commonest mistake, so an alert's strategy without an end is refused.
 *   <li>Every change is a ledger entry {@code audit} with who and what; every edition of a strategy
 *       and every entry of the list stays.
 *   <li>The house may list a vehicle itself, with a reason and a picture, and release it with a
 *       reason; only the platform releases what it listed. When its lists came, and what they
 *       changed, stays readable ({@code ListReception}).
 *   <li>A platform's strategy may be made stricter here, never laxer, and only the platform ends
 *       it.
 * </ul>
 *
 * <p><b>Decisions</b>
 *
 * <ul>
 *   <li>Strategies in force add up: an alert does not suspend the daily rule, and an enterprise may
 *       be stricter, never laxer. Of the daily rules, which have no end, the latest replaces the
 *       others.
 *   <li>Whether a house's edition is laxer is found by trying every kind of vehicle on both, so two
 *       rules may do together what one of the platform's does. Rejected: comparing rule by rule.
 *   <li>What a platform sends is an edition exactly as sent; rules an officer made of its words are
 *       the edition after it, made again when only the time changes. The same message changes
 *       nothing, so that a platform may send as often as it likes.
 *   <li>All strategies are kept in memory for two seconds at most; whether one is in force is
 *       computed in every question. Rejected: caching what is in force, which would end a strategy
 *       late.
 *   <li>The exceeding list is read from its table for every truck. Rejected: keeping it in memory;
 *       a province's list is long and a released vehicle must pass at once.
 * </ul>
 *
 * <p><b>Out of scope:</b> the platforms' wire formats and confirming back (uplink), the verdict
 * (admission), trying a strategy on past passages (passage).
 */
package cn.ecogate.strategy;
