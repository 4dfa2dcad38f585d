package cn.ecogate.uplink.control;

import java.security.cert.CertificateException;

/** The platform showed another key than the one that is pinned. */
public final class WrongKey extends CertificateException {

  private static final long serialVersionUID = 1L;

  /**
   * Says which.
   *
   * @param shown SHA-256 of the key that was shown
   */
  public WrongKey(String shown) {
    super(shown);
  }
}
