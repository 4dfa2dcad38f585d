package cn.ecogate.mobile.uplink;

import java.util.List;

/** One page of the register of violations, newest first. */
public record ViolationPage(List<ViolationItem> items, String next) {}
