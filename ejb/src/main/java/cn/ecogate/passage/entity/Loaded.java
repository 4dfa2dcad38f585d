package cn.ecogate.passage.entity;

/**
 * What became of an entered load.
 *
 * @param repeated true if exactly this load held already: nothing was written anew
 */
public record Loaded(Load load, boolean repeated) {}
