package cn.ecogate.passage.entity;

/**
 * What became of a guard's entry.
 *
 * @param repeated true if the same key had been entered before: this is that passage, and nothing
 *     was done anew
 */
public record Entered(PassageStory story, boolean repeated) {}
