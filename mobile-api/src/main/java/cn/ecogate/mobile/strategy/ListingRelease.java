package cn.ecogate.mobile.strategy;

/** Why a vehicle is taken off the house's own list. */
public record ListingRelease(String why) {}
