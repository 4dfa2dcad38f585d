package cn.ecogate.site.entity;

import java.util.Optional;

/**
 * How the line to a platform is secured beyond what every Java platform does by itself. Files are
 * absolute paths; passwords appear in no text of it.
 *
 * @param trust PEM file with the only certificates to be trusted: the platform's own authority, or
 *     its own certificate
 * @param pin SHA-256 of the platform's public key, lower-case hex: only that key is spoken to
 * @param clientKey PKCS12 keystore with the certificate we show
 * @param keystorePassword of every PKCS12 keystore of this platform; empty if there is none
 */
public record PlatformSecurity(
    Optional<String> trust,
    Optional<String> pin,
    Optional<String> clientKey,
    String keystorePassword,
    Optional<Proxy> proxy) {

  public static final PlatformSecurity USUAL =
      new PlatformSecurity(
          Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty());

  /**
   * What stands between us and the network.
   *
   * @param user empty if it asks for none
   */
  public record Proxy(String host, int port, String user, String password) {

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  @Override
  public String toString() {
    return "trust "
        + trust.orElse("usual")
        + ", pin "
        + pin.orElse("none")
        + ", client key "
        + clientKey.orElse("none")
        + ", proxy "
        + proxy.map(Proxy::toString).orElse("none");
  }
}
