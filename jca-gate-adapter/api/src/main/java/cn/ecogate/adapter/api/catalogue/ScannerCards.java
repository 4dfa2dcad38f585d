package cn.ecogate.adapter.api.catalogue;

import static cn.ecogate.adapter.api.catalogue.Setting.preset;

import cn.ecogate.adapter.api.catalogue.SettingType.Whole;
import java.util.List;

/** The scanners and readers, which speak unasked. */
final class ScannerCards {

  static final List<DriverCard> ALL =
      List.of(
          reader("text-scanner", "扫码器（文本行）", "scanner (lines of text)", "2"),
          reader("epc-reader", "射频读写器（EPC 行）", "tag reader (lines of EPC)", "5")
          // One driver a line.
          );

  private ScannerCards() {}

  private static DriverCard reader(
      String name, String chinese, String english, String repeatSeconds) {
    return new DriverCard(
        name,
        DeviceKind.SCANNER,
        new Label(chinese, english),
        "listening",
        List.of(Address.Kind.TCP, Address.Kind.SERIAL),
        Login.NONE,
        List.of(
            preset(
                "repeat-seconds",
                new Whole(0, 3_600),
                repeatSeconds,
                "多少秒没再读到，再读到才算新的一次",
                "seconds unread before the same code counts again")),
        List.of(Exclusive.LINE),
        List.of());
  }
}
