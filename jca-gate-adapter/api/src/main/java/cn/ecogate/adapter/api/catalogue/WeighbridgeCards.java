package cn.ecogate.adapter.api.catalogue;

import java.util.List;

/** The weighbridges. */
final class WeighbridgeCards {

  static final List<DriverCard> ALL = List.of();

  private WeighbridgeCards() {}
}
