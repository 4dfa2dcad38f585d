package cn.ecogate.registry.control;

import cn.ecogate.registry.entity.ImportRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One SHA-256 over all rows an import wrote: number, kind and words, one a line. */
public final class RowsDigest {

  private final MessageDigest digest = sha256();
  private int rows;

  /** The digest of a file. */
  public static String of(byte[] file) {
    return HexFormat.of().formatHex(sha256().digest(file));
  }

  public void add(ImportRow row) {
    String line = row.number() + " " + row.kind().name() + " " + row.words() + "\n";
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    rows++;
  }

  public int rows() {
    return rows;
  }

  /** Lower-case hex; asked for once, at the end. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
