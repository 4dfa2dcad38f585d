package cn.ecogate.mobile.registry;

import java.util.List;

/** One page of vehicles, by plate. */
public record FiledPage(List<FiledItem> items, String next) {}
