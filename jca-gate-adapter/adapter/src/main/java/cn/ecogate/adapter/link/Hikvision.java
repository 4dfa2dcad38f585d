package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.catalogue.Address;
import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.adapter.wire.AnprXml;
import cn.ecogate.adapter.wire.EventAssembler;
import cn.ecogate.adapter.wire.PlateList;
import java.io.IOException;
import java.time.ZoneId;

/**
 * Hikvision's ISAPI: the alert stream, the list of plates behind it, a barrier on its terminals.
 */
final class Hikvision implements CameraBrand {

  private static final int MAX_LIST = 4 * 1024 * 1024;

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
  public BackFill.PlateBook plateBook(DeviceSpec camera, Address address, Timings timings) {
    Settings settings = Settings.of(camera);
    ZoneId zone = settings.zone("zone");
    String list = "/ISAPI/Traffic/channels/" + settings.number("channel") + "/vehicleDetect/plates";
    return cursor -> {
      try (CameraHttp http = new CameraHttp(address, camera, timings)) {
        CameraHttp.Response answer = http.ask("POST", list, PlateList.question(cursor));
        int status = answer.head().status();
        if (status == 400 || status == 403 || status == 404 || status == 405 || status == 501) {
          throw new BackFill.NotOffered("摄像机不提供车牌清单（HTTP " + status + "）");
        } else if (status != 200) {
          throw new IOException("摄像机回答 HTTP " + status);
        }
        byte[] document = answer.body().readNBytes(MAX_LIST + 1);
        if (document.length > MAX_LIST) {
          throw new IOException("车牌清单超过 " + MAX_LIST + " 字节");
        }
        return PlateList.read(document, zone);
      }
    };
  }

  /** Of the main stream, which is the largest. */
  @Override
  public String still(DeviceSpec device) {
    return "/ISAPI/Streaming/channels/" + Settings.of(device).number("channel") + "01/picture";
  }

  @Override
  public CameraBarrier barrier(DeviceSpec spec, CameraBarrier.Desk desk) {
    return new HikvisionBarrier(spec, desk);
  }
}
