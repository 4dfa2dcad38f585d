package cn.ecogate.adapter.api.catalogue;

import static cn.ecogate.adapter.api.catalogue.Setting.preset;

import cn.ecogate.adapter.api.catalogue.SettingType.Whole;
import java.util.List;

/** The notice boards at the gates, which show one text until it is another. */
final class NoticeBoardCards {

  private static final DriverCard NOTICE_BOARD =
      new DriverCard(
          "notice-board",
          DeviceKind.NOTICE_BOARD,
          new Label("公示牌（64 FF FF 帧）", "notice board (64 FF FF frames)"),
          "bus",
          List.of(Address.Kind.TCP, Address.Kind.SERIAL),
          Login.NONE,
          List.of(
              preset("board", new Whole(0, 255), "0", "板号", "number on the bus"),
              preset("lines", new Whole(4, 16), "8", "行数", "lines"),
              preset("width", new Whole(8, 64), "20", "每行汉字数", "Chinese characters in a line")),
          List.of(Exclusive.of("板号", "board", "board")),
          List.of());

  static final List<DriverCard> ALL =
      List.of(
          NOTICE_BOARD
          // One driver a line.
          );

  private NoticeBoardCards() {}
}
