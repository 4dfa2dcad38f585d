package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.catalogue.Address;
import cn.ecogate.adapter.wire.StillPicture;
import cn.ecogate.adapter.wire.WireException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Asks a camera on HTTP for a picture of this moment, on a connection of its own: neither stream
 * nor command waits for it.
 */
final class CameraStill {

  /** A camera that lets its picture drip is not waited for any longer. */
  private static final int PATIENCE = 2;

  private CameraStill() {}

  static byte[] take(Address address, DeviceSpec spec, Timings timings, String uri)
      throws IOException {
    try (CameraHttp camera = new CameraHttp(address, spec, timings)) {
      CameraHttp.Response response = camera.ask("GET", uri, "");
      int status = response.head().status();
      if (status != 200) {
        throw new GateException(spec.id() + "：" + refusal(status));
      }
      byte[] picture = whole(response.body(), timings.connect().multipliedBy(PATIENCE));
      String told = response.head().value("content-length");
      if (told.matches("[0-9]{1,9}") && picture.length < Integer.parseInt(told)) {
        throw new WireException("图片只收到 " + picture.length + " 字节，应为 " + told + " 字节", picture);
      }
      return StillPicture.checked(picture);
    }
  }

  private static byte[] whole(InputStream body, Duration atMost) throws IOException {
    long deadline = System.nanoTime() + atMost.toNanos();
    ByteArrayOutputStream all = new ByteArrayOutputStream(256 * 1024);
    byte[] piece = new byte[64 * 1024];
    for (int got = body.read(piece); got >= 0; got = body.read(piece)) {
      all.write(piece, 0, got);
      if (all.size() > StillPicture.MOST) {
        throw new WireException("图片超过 " + StillPicture.MOST + " 字节", all.toByteArray());
      }
      if (System.nanoTime() - deadline > 0) {
        throw new NoAnswer("在 " + atMost.toSeconds() + " 秒内没有给完图片");
      }
    }
    return all.toByteArray();
  }

  private static String refusal(int status) {
    return switch (status) {
      case 401 -> "摄像机不接受用户名或密码，没有给出图片";
      case 403 -> "摄像机用户没有抓图权限（HTTP 403）";
      case 400, 404, 405, 501 -> "摄像机不提供抓图（HTTP " + status + "），请核对型号、固件和 channel";
      default -> "摄像机拒绝了抓图（HTTP " + status + "）";
    };
  }
}
