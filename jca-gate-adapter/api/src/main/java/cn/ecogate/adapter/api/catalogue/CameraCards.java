package cn.ecogate.adapter.api.catalogue;

import static cn.ecogate.adapter.api.catalogue.Setting.preset;

import cn.ecogate.adapter.api.catalogue.SettingType.Whole;
import cn.ecogate.adapter.api.catalogue.SettingType.Zone;
import java.util.List;

/** The cameras. */
final class CameraCards {

  private static final Setting ZONE =
      preset(
          "zone",
          new Zone(),
          "Asia/Shanghai",
          "摄像机时间不带时区时所用的时区",
          "time zone of a camera that sends its time without one");

  private static final DriverCard HIKVISION_STREAM =
      new DriverCard(
          "hikvision-stream",
          DeviceKind.CAMERA,
          new Label("海康威视（事件流）", "Hikvision (event stream)"),
          "hikvision",
          List.of(Address.Kind.HTTP),
          Login.ACCOUNT,
          List.of(preset("channel", new Whole(1, 64), "1", "通道号", "channel"), ZONE),
          List.of(Exclusive.of("抓拍通道", "camera channel", "channel")),
          List.of());

  static final List<DriverCard> ALL =
      List.of(
          HIKVISION_STREAM
          // One driver a line.
          );

  private CameraCards() {}
}
