package cn.ecogate.evidence.control;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A photo's small copy for lists: every n-th pixel, so that making one is cheap. */
public final class Thumbnail {

  /** Twice what a list shows, for sharp displays. */
  static final int LEAST_WIDTH = 320;

  private Thumbnail() {}

  /** The JPEG of the copy; {@link IOException} says why the bytes are not a picture. */
  public static byte[] of(byte[] photo) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("not a picture of a known format");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int step = Math.max(1, reader.getWidth(0) / LEAST_WIDTH);
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        BufferedImage small = reader.read(0, every);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(small, "jpg", out)) {
          throw new IOException("a picture of a kind that JPEG cannot hold");
        }
        return out.toByteArray();
      } finally {
        reader.dispose();
      }
    }
  }
}
