package cn.ecogate.strategy.entity;

/**
 * The platform a strategy came down from.
 *
 * @param platform its id in the site file
 * @param number the platform's own number of the strategy
 */
public record Origin(String platform, String number) {}
