package cn.ecogate.mobile.device;

import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.mobile.Word;
import java.time.Instant;

/** A device and its health; no address and no credentials. */
public record DeviceItem(
    String id,
    String lane,
    Word kind,
    String driver,
    Word link,
    Instant since,
    Instant lastHeard,
    long frames,
    long errors,
    String complaint) {

  static DeviceItem of(DeviceStatus status) {
    return new DeviceItem(
        status.device().id(),
        status.lane().id(),
        Word.of(status.device().kind(), status.device().kind().label()),
        status.device().driver(),
        Word.of(status.link(), label(status.link())),
        status.since(),
        status.lastHeard().orElse(null),
        status.frames(),
        status.errors(),
        status.complaint().orElse(null));
  }

  private static String label(DeviceStatus.Link link) {
    return switch (link) {
      case CONNECTING -> "正在连接";
      case UP -> "在线";
      case DOWN -> "离线";
    };
  }
}
