package cn.ecogate.site.entity;

import cn.ecogate.vocabulary.Direction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way through a gate, with its barrier (道闸) and the devices around it.
 *
 * @param gateNo one letter
 * @param barrierNo two digits
 */
public record Lane(
    String gateNo,
    String barrierNo,
    String name,
    Direction direction,
    Device camera,
    Device barrier,
    Optional<Device> display,
    Optional<Device> weighbridge,
    Optional<Device> scanner,
    Optional<Device> noticeBoard) {

  /** E.g. {@code A-01}. */
  public String id() {
    return gateNo + "-" + barrierNo;
  }

  public Optional<Device> device(Device.Kind kind) {
    return devices().stream().filter(device -> device.kind() == kind).findFirst();
  }

  public List<Device> devices() {
    return Stream.of(
            Optional.of(camera), Optional.of(barrier), display, weighbridge, scanner, noticeBoard)
        .flatMap(Optional::stream)
        .toList();
  }
}
