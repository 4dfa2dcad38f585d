package cn.ecogate.simulator.platform;

import java.nio.file.Path;

/**
 * An enterprise that may report, under one address of this platform.
 *
 * @param path base path, e.g. {@code /access/api/dataReceive/}
 * @param publicKey its public key, PEM; may appear or change while the platform runs
 */
public record Enterprise(
    String platformId,
    String path,
    String number,
    String account,
    String password,
    Path publicKey,
    Shape shape) {

  /** One that reports to a platform of the usual shape. */
  public Enterprise(
      String platformId,
      String path,
      String number,
      String account,
      String password,
      Path publicKey) {
    this(platformId, path, number, account, password, publicKey, Shape.YUNNAN);
  }

  @Override
  public String toString() {
    return account + " at " + path;
  }
}
