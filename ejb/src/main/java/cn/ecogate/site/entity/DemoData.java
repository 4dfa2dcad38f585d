package cn.ecogate.site.entity;

import java.util.List;

/**
 * What an empty demo plant is filled with; a site file may hold it only with {@code demo: true}.
 */
public record DemoData(
    List<DemoAccount> accounts,
    List<DemoVehicle> vehicles,
    List<DemoListing> exceeding,
    List<DemoStrategy> strategies) {

  /** A real plant's. */
  public static final DemoData NONE = new DemoData(List.of(), List.of(), List.of(), List.of());

  public DemoData {
    accounts = List.copyOf(accounts);
    vehicles = List.copyOf(vehicles);
    exceeding = List.copyOf(exceeding);
    strategies = List.copyOf(strategies);
  }
}
