package cn.ecogate.adapter.api.catalogue;

import java.util.List;

/** The scanners and readers. */
final class ScannerCards {

  static final List<DriverCard> ALL = List.of();

  private ScannerCards() {}
}
