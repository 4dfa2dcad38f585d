package cn.ecogate.simulator;

import cn.ecogate.simulator.camera.PlateCamera;
import cn.ecogate.simulator.display.ParkingBoard;
import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.line.Plug;
import cn.ecogate.simulator.relay.Barrier;
import cn.ecogate.simulator.scale.Weighbridge;
import cn.ecogate.simulator.scanner.LineReader;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is played: every device by its id, with its plug and the faults it can make. */
final class Devices {

  /** One device's plug and mischief; devices of one address share them. */
  record Played(Plug plug, Mischief mischief, Set<Mischief.Fault> faults, boolean clock) {}

  private final Map<String, Played> all = new LinkedHashMap<>();
  private final Map<String, PlateCamera> cameras = new LinkedHashMap<>();
  private final Map<String, Barrier> barriers = new LinkedHashMap<>();
  private final Map<String, ParkingBoard> displays = new LinkedHashMap<>();
  private final Map<String, ParkingBoard> noticeBoards = new LinkedHashMap<>();
  private final Map<String, Weighbridge> scales = new LinkedHashMap<>();
  private final Map<String, LineReader> readers = new LinkedHashMap<>();

  void add(String id, Plug plug, Mischief mischief) {
    all.put(id, new Played(plug, mischief, EnumSet.allOf(Mischief.Fault.class), false));
  }

  /** A device whose messages carry no length. */
  void addPlain(String id, Plug plug, Mischief mischief) {
    all.put(
        id,
        new Played(plug, mischief, EnumSet.complementOf(EnumSet.of(Mischief.Fault.LIE)), false));
  }

  void add(String id, PlateCamera camera, Mischief mischief) {
    cameras.put(id, camera);
    all.put(id, new Played(camera.plug(), mischief, EnumSet.allOf(Mischief.Fault.class), true));
  }

  Map<String, Played> all() {
    return all;
  }

  Map<String, PlateCamera> cameras() {
    return cameras;
  }

  /** By lane. */
  Map<String, Barrier> barriers() {
    return barriers;
  }

  /** By lane. */
  Map<String, ParkingBoard> displays() {
    return displays;
  }

  /** By lane. */
  Map<String, ParkingBoard> noticeBoards() {
    return noticeBoards;
  }

  /** By lane. */
  Map<String, Weighbridge> scales() {
    return scales;
  }

  /** By the reader's id. */
  Map<String, LineReader> readers() {
    return readers;
  }
}
