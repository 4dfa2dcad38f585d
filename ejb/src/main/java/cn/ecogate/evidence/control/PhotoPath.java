package cn.ecogate.evidence.control;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Where a photo lies by its digest, two folders deep so that none grows too large. */
public final class PhotoPath {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private PhotoPath() {}

  /** SHA-256 in lower-case hex. */
  public static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** False for anything that is not 64 lower-case hex digits, hence for every path trick. */
  public static boolean isDigest(String text) {
    return text != null && DIGEST.matcher(text).matches();
  }

  public static Path original(Path photos, String digest) {
    return shard(photos, digest).resolve(digest + ".jpg");
  }

  /** One place for one caption's lines under one photo. */
  public static Path captioned(Path photos, String digest, List<String> lines) {
    String key = digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    return shard(photos.resolve("captioned"), digest)
        .resolve(digest + "-" + key.substring(0, 16) + ".jpg");
  }

  public static Path thumbnail(Path photos, String digest) {
    return shard(photos.resolve("thumbnails"), digest).resolve(digest + ".jpg");
  }

  private static Path shard(Path folder, String digest) {
    return folder.resolve(digest.substring(0, 2)).resolve(digest.substring(2, 4));
  }
}
