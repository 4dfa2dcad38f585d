package cn.ecogate.mobile.registry;

import java.util.List;

/** One page of plant vehicles, by code. */
public record PlantVehiclePage(List<PlantVehicleItem> items, String next) {}
