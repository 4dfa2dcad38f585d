package cn.ecogate.mobile.registry;

import java.util.List;

/** One page of machines, by code. */
public record MachinePage(List<MachineItem> items, String next) {}
