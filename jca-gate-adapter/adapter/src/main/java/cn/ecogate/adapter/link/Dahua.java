package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.adapter.wire.DahuaEvent;
import cn.ecogate.adapter.wire.DahuaText;
import cn.ecogate.adapter.wire.EventAssembler;
import java.time.ZoneId;

/** Dahua's CGI: snapshots with their events, or events alone. */
final class Dahua implements CameraBrand {

  private static final String SNAPSHOTS = "dahua-snap";

  /** Seconds; the link gives a stream up after several of them. */
  private static final int HEARTBEAT = 5;

  @Override
  public String stream(DeviceSpec camera) {
    return camera.driver().equals(SNAPSHOTS)
        ? "/cgi-bin/snapManager.cgi?action=attachFileProc&channel="
            + Settings.of(camera).number("channel")
            + "&heartbeat="
            + HEARTBEAT
            + "&Flags[0]=Event&Events=[TrafficJunction]"
        : "/cgi-bin/eventManager.cgi?action=attach&codes=[TrafficJunction]&heartbeat=" + HEARTBEAT;
  }

  @Override
  public EventAssembler assembler(DeviceSpec camera) {
    Settings told = Settings.of(camera);
    DahuaEvent.Clock clock =
        told.text("clock").equals("local") ? DahuaEvent.Clock.LOCAL : DahuaEvent.Clock.UTC;
    ZoneId zone = told.zone("zone");
    int pictures = camera.driver().equals(SNAPSHOTS) ? told.number("pictures") : 0;
    int expected = camera.driver().equals(SNAPSHOTS) && pictures == 0 ? -1 : pictures;
    return new EventAssembler(document -> DahuaText.read(document, clock, zone, expected));
  }

  @Override
  public String refusal(int status) {
    return switch (status) {
      case 400, 404, 501 -> "摄像机没有这个事件流（HTTP " + status + "），请核对型号、固件和 channel，或改用另一种大华驱动";
      case 403 -> "摄像机拒绝访问，可能因多次密码错误锁定了账户，或用户没有权限";
      case 503 -> "摄像机的连接数已满，请关闭多余的平台或客户端连接";
      default -> "摄像机回答 HTTP " + status;
    };
  }

  @Override
  public String still(DeviceSpec device) {
    return "/cgi-bin/snapshot.cgi?channel=" + Settings.of(device).number("channel");
  }

  @Override
  public CameraBarrier barrier(DeviceSpec spec, CameraBarrier.Desk desk) {
    return new DahuaBarrier(spec, desk);
  }
}
