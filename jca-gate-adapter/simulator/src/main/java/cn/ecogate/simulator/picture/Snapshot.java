package cn.ecogate.simulator.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** One small picture for every event, where the events count and not their photos. */
public final class Snapshot {

  private static final Studio.Shot SHOT =
      new Studio.Shot(jpeg(64, 36), jpeg(28, 11), new int[] {400, 600, 100, 60});

  private Snapshot() {}

  public static Studio.Shot shoot(Subject subject, Studio.Place place) {
    return SHOT;
  }

  private static byte[] jpeg(int wide, int high) {
    BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(0x50, 0x60, 0x70));
    g.fillRect(0, 0, wide, high);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", out);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return out.toByteArray();
  }
}
