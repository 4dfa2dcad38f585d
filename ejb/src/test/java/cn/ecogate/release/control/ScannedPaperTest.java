package cn.ecogate.release.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Vin;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scanner, a hand or a photo says about a vehicle's environmental list. */
class ScannedPaperTest {

  private static final String VIN = "LZZ5ELSB0JN000001";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://xxgk.vecc.org.cn/vin/LZZ5ELSB0JN000001",
        "https://xxgk.vecc.org.cn/vin/LZZ5ELSB0JN000001?from=list",
        "HTTP://XXGK.VECC.ORG.CN/VIN/lzz5elsb0jn000001",
        "LZZ5ELSB0JN000001",
        "  lzz5elsb0jn000001\n",
        "LZZ5-ELSB0-JN000001"
      })
  @DisplayName("清单二维码、裸码、小写、带空白都读出同一个车辆识别代号")
  void everyFormIsRead(String scanned) {
    assertThat(ScannedPaper.vin(scanned)).contains(new Vin(VIN));
  }

  @Test
  @DisplayName("没有扫是允许的；扫到别的要说清楚")
  void somethingElseIsSaid() {
    assertThat(ScannedPaper.vin(" ")).isEmpty();
    rejected("scan-unknown", "http://weixin.qq.com/r/abc");
    rejected("vin-shape", "云A12345");
    rejected("vin-shape", "LZZ5ELSB0JN00000O");
  }

  @Test
  @DisplayName("照片上的二维码读得出来；没有码、不是图片都算没有")
  void theCodeOnAPhotoIsRead() throws IOException, WriterException {
    byte[] photo = photo("http://xxgk.vecc.org.cn/vin/" + VIN);
    assertThat(ScannedPaper.code(photo).flatMap(ScannedPaper::vin)).contains(new Vin(VIN));
    assertThat(ScannedPaper.code(jpeg(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB))))
        .isEmpty();
    assertThat(ScannedPaper.code(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3})).isEmpty();
  }

  /** A code in the corner of a sheet on a table, as a handheld takes it. */
  private static byte[] photo(String text) throws IOException, WriterException {
    BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
    BufferedImage picture = new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(new Color(90, 80, 70));
    pen.fillRect(0, 0, 2400, 1800);
    pen.setColor(new Color(235, 232, 225));
    pen.fillRect(300, 200, 1700, 1400);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.rotate(0.05, 1000, 800);
    pen.setColor(new Color(30, 30, 35));
    for (int x = 0; x < code.getWidth(); x++) {
      for (int y = 0; y < code.getHeight(); y++) {
        if (code.get(x, y)) {
          pen.fillRect(900 + 16 * x, 500 + 16 * y, 16, 16);
        }
      }
    }
    pen.dispose();
    return jpeg(picture);
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", out);
    return out.toByteArray();
  }

  private static void rejected(String code, String scanned) {
    assertThatThrownBy(() -> ScannedPaper.vin(scanned))
        .isInstanceOfSatisfying(
            Rejected.class,
            why -> {
              assertThat(why.code()).isEqualTo(code);
              assertThat(why.field()).isEqualTo("scan");
            });
  }
}
