package cn.ecogate.adapter.api.catalogue;

import cn.ecogate.adapter.api.DeviceSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cards of all drivers, and whether devices are described as their cards ask for. */
public final class Catalogue {

  private static final List<DriverCard> CARDS =
      Stream.of(
              CameraCards.ALL,
              BarrierCards.ALL,
              DisplayCards.ALL,
              WeighbridgeCards.ALL,
              ScannerCards.ALL,
              NoticeBoardCards.ALL)
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  public static List<DriverCard> cards() {
    return CARDS;
  }

  public static List<DriverCard> cards(DeviceKind kind) {
    return CARDS.stream().filter(card -> card.kind() == kind).toList();
  }

  public static Optional<DriverCard> card(String driver) {
    return CARDS.stream().filter(card -> card.name().equals(driver)).findFirst();
  }

  /** The names there are, for a sentence. */
  public static String names(List<DriverCard> cards) {
    return cards.stream().map(DriverCard::name).collect(Collectors.joining(", "));
  }

  /** What is wrong with that device, whatever stands beside it; empty if nothing. */
  public static List<Fault> faults(DeviceSpec spec) {
    return DeviceCheck.faults(spec);
  }

  /** What is wrong with any of those devices, alone or with one another; empty if nothing. */
  public static List<Fault> faults(Collection<DeviceSpec> specs) {
    List<Fault> faults = new ArrayList<>();
    SharedLines lines = new SharedLines();
    for (DeviceSpec spec : specs) {
      List<Fault> own = faults(spec);
      // What is not understood in itself claims nothing from its neighbours.
      faults.addAll(own.isEmpty() ? lines.add(spec) : own);
    }
    return faults;
  }
}
