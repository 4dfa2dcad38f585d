package cn.ecogate.adapter.api.catalogue;

import static cn.ecogate.adapter.api.catalogue.Setting.preset;

import cn.ecogate.adapter.api.catalogue.SettingType.Choice;
import cn.ecogate.adapter.api.catalogue.SettingType.OneOf;
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

  private static final DriverCard VZENITH_BOARD =
      new DriverCard(
          "vzenith-board",
          DeviceKind.DISPLAY,
          new Label("停车显示屏（接在臻识摄像机上）", "parking board on a Vzenith camera"),
          "vzenith",
          List.of(Address.Kind.TCP),
          Login.ACCOUNT,
          List.of(
              preset(
                  "port",
                  new OneOf(
                      List.of(
                          new Choice("rs485-1", "485 口 1", "RS485 port 1"),
                          new Choice("rs485-2", "485 口 2", "RS485 port 2"))),
                  "rs485-1",
                  "摄像机串口",
                  "the camera's serial port"),
              preset("board", new Whole(0, 255), "0", "板号", "number on the bus"),
              preset("lines", new Whole(1, 8), "4", "行数", "lines")),
          List.of(Exclusive.of("板号", "board", "board")),
          List.of());

  static final List<DriverCard> ALL =
      List.of(
          PARKING_BOARD, VZENITH_BOARD
          // One driver a line.
          );

  private DisplayCards() {}
}
