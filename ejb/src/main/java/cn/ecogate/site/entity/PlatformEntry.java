package cn.ecogate.site.entity;

/**
 * A supervision platform the plant reports to.
 *
 * @param id unique on the site, e.g. {@code province}
 * @param profile name of the platform profile (wire format), e.g. {@code yunnan}
 * @param url base address, e.g. {@code https://host/access/api/dataReceive/}
 * @param privateKey file with the enterprise's signing key: PEM (PKCS#8), or a PKCS12 keystore
 * @param line how the line to it is secured
 */
public record PlatformEntry(
    String id,
    String name,
    String profile,
    String url,
    String account,
    String password,
    String privateKey,
    PlatformSecurity line) {

  /** Over a line without anything special about it. */
  public PlatformEntry(
      String id,
      String name,
      String profile,
      String url,
      String account,
      String password,
      String privateKey) {
    this(id, name, profile, url, account, password, privateKey, PlatformSecurity.USUAL);
  }

  @Override
  public String toString() {
    return id + " (" + profile + " at " + url + ")";
  }
}
