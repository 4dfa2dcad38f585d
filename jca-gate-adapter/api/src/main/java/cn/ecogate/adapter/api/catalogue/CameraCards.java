package cn.ecogate.adapter.api.catalogue;

import static cn.ecogate.adapter.api.catalogue.Setting.preset;

import cn.ecogate.adapter.api.catalogue.SettingType.Choice;
import cn.ecogate.adapter.api.catalogue.SettingType.OneOf;
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

  private static final Setting DAHUA_CHANNEL =
      preset("channel", new Whole(1, 64), "1", "通道号", "channel");

  private static final Setting DAHUA_CLOCK =
      preset(
          "clock",
          new OneOf(
              List.of(
                  new Choice("utc", "世界时", "UTC"),
                  new Choice("local", "当地时间当作世界时", "local time packed as if it were UTC"))),
          "utc",
          "事件里的 UTC 是什么时间",
          "what the UTC in its events is");

  private static final DriverCard DAHUA_SNAP =
      new DriverCard(
          "dahua-snap",
          DeviceKind.CAMERA,
          new Label("大华（抓拍流，带图片）", "Dahua (snapshots with pictures)"),
          "dahua",
          List.of(Address.Kind.HTTP),
          Login.ACCOUNT,
          List.of(
              DAHUA_CHANNEL,
              DAHUA_CLOCK,
              ZONE,
              preset(
                  "pictures",
                  new Whole(0, 8),
                  "0",
                  "每辆车的图片数（0：不知道）",
                  "pictures of each vehicle (0: not known)")),
          List.of(Exclusive.ONE_CAMERA),
          List.of());

  private static final DriverCard DAHUA_EVENT =
      new DriverCard(
          "dahua-event",
          DeviceKind.CAMERA,
          new Label("大华（事件流，无图片）", "Dahua (events without pictures)"),
          "dahua",
          List.of(Address.Kind.HTTP),
          Login.ACCOUNT,
          List.of(DAHUA_CHANNEL, DAHUA_CLOCK, ZONE),
          List.of(Exclusive.ONE_CAMERA),
          List.of());

  static final List<DriverCard> ALL =
      List.of(
          HIKVISION_STREAM, DAHUA_SNAP, DAHUA_EVENT
          // One driver a line.
          );

  private CameraCards() {}
}
