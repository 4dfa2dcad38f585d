package cn.ecogate.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** JPEGs of about a camera's size; a viewer ignores the padding behind the end marker. */
final class Pictures {

  private Pictures() {}

  static byte[] jpeg(int width, int height, int bytes) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      pen.setColor(new Color(random.nextInt(0xFFFFFF)));
      pen.fillRect(random.nextInt(width), random.nextInt(height), width / 9, height / 9);
    }
    pen.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", out);
      return Arrays.copyOf(out.toByteArray(), Math.max(out.size(), bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
