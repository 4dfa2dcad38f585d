package cn.ecogate.admission.entity;

import java.util.Optional;

/**
 * One rule's answer about one vehicle, kept so that a person can see why.
 *
 * @param rule the rule's stable name, e.g. {@code exceeding-list}
 * @param title the rule as a Chinese phrase, e.g. 超标车辆名单校验
 * @param clause where it comes from, e.g. HJ 1321-2023 超标车辆校验
 * @param found what the rule looked at and found, a Chinese sentence
 * @param reason present unless the outcome is PASSED or SILENT
 */
public record RuleAnswer(
    String rule,
    String title,
    String clause,
    Outcome outcome,
    String found,
    Optional<Reason> reason) {

  /** How a rule can answer. */
  public enum Outcome {
    /** Looked, and has nothing against it. */
    PASSED,
    /** Objects: the vehicle is refused. */
    REFUSES,
    /** Cannot tell: a guard has to look. */
    ASKS_GUARD,
    /** Has nothing against it, but a person has to hear of it. */
    NOTES,
    /** Does not concern this vehicle, e.g. an exit. */
    SILENT
  }
}
