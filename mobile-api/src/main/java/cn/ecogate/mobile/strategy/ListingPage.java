package cn.ecogate.mobile.strategy;

import java.util.List;

/** One page of the exceeding list, newest first. */
public record ListingPage(List<ListingItem> items, String next) {}
