package cn.ecogate.adapter.api.catalogue;

import static cn.ecogate.adapter.api.catalogue.Setting.preset;

import cn.ecogate.adapter.api.catalogue.SettingType.Whole;
import java.util.List;

/** The displays, which speak too. */
final class DisplayCards {

  private static final DriverCard PARKING_BOARD =
      new DriverCard(
          "parking-board",
          DeviceKind.DISPLAY,
          new Label("停车显示屏（64 FF FF 帧）", "parking board (64 FF FF frames)"),
          "bus",
          List.of(Address.Kind.TCP, Address.Kind.SERIAL),
          Login.NONE,
          List.of(
              preset("board", new Whole(0, 255), "0", "板号", "number on the bus"),
              preset("lines", new Whole(1, 8), "4", "行数", "lines")),
          List.of(Exclusive.of("板号", "board", "board")),
          List.of());

  static final List<DriverCard> ALL =
      List.of(
          PARKING_BOARD
          // One driver a line.
          );

  private DisplayCards() {}
}
