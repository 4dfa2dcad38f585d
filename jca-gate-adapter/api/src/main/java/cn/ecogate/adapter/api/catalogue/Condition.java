package cn.ecogate.adapter.api.catalogue;

import java.util.function.Predicate;

/**
 * What the type of one setting cannot say, because it depends on another.
 *
 * @param field where a fault is shown
 * @param holds asked only when every setting is well in itself
 * @param words what is wrong if it does not hold
 */
public record Condition(String field, Predicate<Settings> holds, Label words) {}
