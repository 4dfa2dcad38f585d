package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.adapter.wire.AnprXml;
import cn.ecogate.adapter.wire.EventAssembler;
import java.time.ZoneId;

/** Hikvision's ISAPI: the alert stream. */
final class Hikvision implements CameraBrand {

  @Override
  public String stream(DeviceSpec camera) {
    return "/ISAPI/Event/notification/alertStream";
  }

  @Override
  public EventAssembler assembler(DeviceSpec camera) {
    ZoneId zone = Settings.of(camera).zone("zone");
    return new EventAssembler(document -> AnprXml.read(document, zone));
  }

  @Override
  public String refusal(int status) {
    return switch (status) {
      case 403 -> "摄像机用户没有布防权限，请在摄像机上为其开通“远程：布防”权限";
      case 404 -> "摄像机没有事件流（alertStream），请检查型号、固件或地址";
      case 503 -> "摄像机的布防连接数已满，请关闭多余的平台或客户端连接";
      default -> "摄像机回答 HTTP " + status;
    };
  }

  @Override
  public CameraBarrier barrier(DeviceSpec spec, CameraBarrier.Desk desk) {
    throw new IllegalStateException("no card names a barrier on a Hikvision camera");
  }
}
