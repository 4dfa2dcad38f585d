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

  private static final DriverCard HIKVISION_PUSH =
      pushing("hikvision-push", new Label("海康威视（推送）", "Hikvision (push)"), "90");

  private static final DriverCard VZENITH_PUSH =
      pushing("vzenith-push", new Label("臻识（HTTP 推送）", "Vzenith (HTTP push)"), "90");

  private static final DriverCard HUAXIA_PUSH =
      pushing("huaxia-push", new Label("华夏（模式 5 推送）", "Huaxia (mode 5 push)"), "180");

  /**
   * A camera that calls us.
   *
   * @param silence three times the usual pause between two heartbeats of that brand
   */
  private static DriverCard pushing(String name, Label label, String silence) {
    return new DriverCard(
        name,
        DeviceKind.CAMERA,
        label,
        "push",
        List.of(Address.Kind.LISTEN),
        Login.SECRET,
        List.of(
            preset(
                "silence-s",
                new Whole(0, 86_400),
                silence,
                "多久没有来电算断线（秒，0 为不检查）",
                "down after so many seconds without a call; 0 = never"),
            ZONE),
        List.of(),
        List.of());
  }

  private static final DriverCard VZENITH_TCP =
      new DriverCard(
          "vzenith-tcp",
          DeviceKind.CAMERA,
          new Label("臻识（TCP 8131）", "Vzenith (TCP 8131)"),
          "vzenith",
          List.of(Address.Kind.TCP),
          Login.ACCOUNT,
          List.of(
              ZONE,
              preset(
                  "catch-up",
                  new Whole(0, 9_000),
                  "100",
                  "启动后最多补取的历史记录数",
                  "records fetched at most after a start"),
              preset(
                  "white-list",
                  new OneOf(
                      List.of(
                          new Choice("leave", "不管", "left alone"),
                          new Choice("keep", "由本系统维护，脱机时摄像机按它放行", "kept in step"))),
                  "leave",
                  "摄像机自己的白名单",
                  "the camera's own list")),
          List.of(Exclusive.ONE_CAMERA),
          List.of());

  static final List<DriverCard> ALL =
      List.of(
          HIKVISION_STREAM,
          HIKVISION_PUSH,
          DAHUA_SNAP,
          DAHUA_EVENT,
          VZENITH_TCP,
          VZENITH_PUSH,
          HUAXIA_PUSH
          // One driver a line.
          );

  private CameraCards() {}
}
