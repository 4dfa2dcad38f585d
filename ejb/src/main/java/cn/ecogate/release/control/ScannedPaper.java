package cn.ecogate.release.control;

import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Vin;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The VIN on a vehicle's environmental list (随车清单): its QR code leads to {@code
 * xxgk.vecc.org.cn/vin/<VIN>}; a bare VIN will do.
 */
public final class ScannedPaper {

  private static final Pattern LIST =
      Pattern.compile("(?i).*vecc\\.org\\.cn/vin/([A-HJ-NPR-Z0-9]{17})(?:[/?#].*)?");

  /** A code fills a good part of the photo: more pixels than this only cost time. */
  private static final int WIDEST = 1600;

  /** A photo that claims to be larger than any camera's is not unpacked. */
  private static final long MOST_PIXELS = 60_000_000;

  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX));

  private ScannedPaper() {}

  /**
   * The VIN in what was scanned or typed; empty for nothing, {@link Rejected} for anything else.
   */
  public static Optional<Vin> vin(String scanned) {
    if (scanned == null || scanned.isBlank()) {
      return Optional.empty();
    }
    Matcher list = LIST.matcher(scanned.strip());
    if (list.matches()) {
      return Optional.of(Vin.of(list.group(1)));
    }
    if (scanned.contains("/")) {
      throw new Rejected("scan-unknown", "scan", "扫到的不是随车清单二维码，请扫清单上的二维码，或输入 17 位车辆识别代号。");
    }
    try {
      return Optional.of(Vin.of(scanned));
    } catch (Rejected shape) {
      throw new Rejected(shape.code(), "scan", shape.getMessage());
    }
  }

  /** The text of the code on a photo; empty if none can be read. */
  public static Optional<String> code(byte[] photo) {
    try {
      return picture(photo).flatMap(ScannedPaper::code);
    } catch (IOException noPicture) {
      return Optional.empty();
    }
  }

  private static Optional<String> code(BufferedImage picture) {
    BufferedImage small = small(picture);
    int width = small.getWidth();
    int height = small.getHeight();
    int[] pixels = small.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap bits =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    try {
      return Optional.of(new MultiFormatReader().decode(bits, HINTS).getText());
    } catch (NotFoundException none) {
      return Optional.empty();
    }
  }

  private static Optional<BufferedImage> picture(byte[] photo) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(photo))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        return pixels > MOST_PIXELS ? Optional.empty() : Optional.of(reader.read(0));
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage small(BufferedImage picture) {
    double scale = Math.min(1, WIDEST / (double) Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) (picture.getWidth() * scale));
    int height = Math.max(1, (int) (picture.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return small;
  }
}
