package cn.ecogate.adapter.wire;

import java.util.Base64;

/** The picture of this moment that a camera was asked for. */
public final class StillPicture {

  /** Twice what a camera of 8 megapixels sends. */
  public static final int MOST = 8 * 1024 * 1024;

  private StillPicture() {}

  /** Those bytes if they begin as a JPEG does; some cameras answer with a page of words instead. */
  public static byte[] checked(byte[] answer) throws WireException {
    if (answer.length == 0) {
      throw new WireException("摄像机回答了，但没有给出图片", answer);
    } else if (!isJpeg(answer)) {
      throw new WireException("摄像机给出的不是图片", answer);
    }
    return answer;
  }

  /** From a Vzenith camera: in the document as base64, or behind it as its stored pictures are. */
  public static byte[] of(VzenithPacket answer) throws WireException {
    String written = answer.json().text("imgdata");
    if (written.isEmpty()) {
      return checked(answer.behind());
    }
    try {
      return checked(Base64.getMimeDecoder().decode(written));
    } catch (IllegalArgumentException e) {
      throw new WireException("摄像机给出的图片不是完整的 base64", answer.body());
    }
  }

  private static boolean isJpeg(byte[] bytes) {
    return bytes.length > 3
        && (bytes[0] & 0xFF) == 0xFF
        && (bytes[1] & 0xFF) == 0xD8
        && (bytes[2] & 0xFF) == 0xFF;
  }
}
