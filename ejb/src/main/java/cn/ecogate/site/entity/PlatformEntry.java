package cn.ecogate.site.entity;

/**
 * A supervision platform the plant reports to.
 *
 * @param id unique on the site, e.g. {@code province}
 * @param profile name of the platform profile (wire format), e.g. {@code yunnan}
 * @param url base address, e.g. {@code https://host/access/api/dataReceive/}
 * @param privateKey file with the enterprise's RSA key, PKCS#8 PEM; the public one is known to the
 *     platform
 */
public record PlatformEntry(
    String id,
    String name,
    String profile,
    String url,
    String account,
    String password,
    String privateKey) {

  @Override
  public String toString() {
    return id + " (" + profile + " at " + url + ")";
  }
}
