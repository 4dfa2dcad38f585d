package cn.ecogate.mobile.uplink;

import java.util.List;

/** One page of the queue, newest first. */
public record DispatchPage(List<DispatchItem> items, String next) {}
