package cn.ecogate.strategy.entity;

/**
 * What to look for on the exceeding list.
 *
 * @param text part of plate, VIN or reason; null or empty means any
 * @param house true = only the house's own list, false = only platforms', null = both
 * @param released null = both
 */
public record ListingFilter(String text, Boolean house, Boolean released) {}
