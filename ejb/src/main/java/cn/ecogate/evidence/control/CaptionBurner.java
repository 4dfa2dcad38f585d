package cn.ecogate.evidence.control;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a photo's copy with its caption on a strip below: bytes in, bytes out. */
public final class CaptionBurner {

  /** A camera's largest picture is 12 million; more is a mistake or an attack on the memory. */
  private static final long MOST_PIXELS = 50_000_000;

  private static final int SMALLEST_TYPE = 13;
  private static final int LARGEST_TYPE = 40;

  /** At 1280 px a line of caption fits beside itself with room to spare. */
  private static final int WIDTH_TO_TYPE = 45;

  private static final float QUALITY = 0.9f;

  private CaptionBurner() {}

  /** The JPEG of the copy; {@link IOException} says why the bytes are not a picture. */
  public static byte[] burn(byte[] photo, List<String> parts, Font font) throws IOException {
    BufferedImage picture = read(photo);
    int type = Math.max(SMALLEST_TYPE, Math.min(LARGEST_TYPE, picture.getWidth() / WIDTH_TO_TYPE));
    Font sized = font.deriveFont((float) type);
    FontMetrics metrics = metrics(picture, sized);
    List<String> lines = lines(parts, metrics, picture.getWidth() - type);
    int lineHeight = metrics.getHeight();
    int strip = lines.size() * lineHeight + type / 2;
    int widest = lines.stream().mapToInt(metrics::stringWidth).max().orElseThrow() + type;
    BufferedImage copy =
        new BufferedImage(
            Math.max(picture.getWidth(), widest),
            picture.getHeight() + strip,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = copy.createGraphics();
    pen.drawImage(picture, 0, 0, null);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.setFont(sized);
    int baseline = picture.getHeight() + type / 4 + metrics.getAscent();
    for (String line : lines) {
      pen.drawString(line, type / 2, baseline);
      baseline += lineHeight;
    }
    pen.dispose();
    return jpeg(copy);
  }

  /** As many parts on a line as fit; a narrow close-up gets several lines. */
  private static List<String> lines(List<String> parts, FontMetrics metrics, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String part : parts) {
      String longer = line.isEmpty() ? part : line + "   " + part;
      if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
        lines.add(line);
        line = part;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }

  private static FontMetrics metrics(BufferedImage picture, Font font) {
    Graphics2D pen = picture.createGraphics();
    try {
      return pen.getFontMetrics(font);
    } finally {
      pen.dispose();
    }
  }

  private static BufferedImage read(byte[] photo) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("not a picture of a known format");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
          throw new IOException("a picture of " + pixels + " pixels is too large");
        }
        return reader.read(0);
      } catch (RuntimeException broken) {
        // The JPEG reader answers some damaged tables with an unchecked exception.
        throw new IOException("a damaged picture: " + broken, broken);
      } finally {
        reader.dispose();
      }
    }
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
