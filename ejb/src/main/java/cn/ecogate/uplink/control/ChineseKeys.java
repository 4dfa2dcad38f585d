package cn.ecogate.uplink.control;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECPublicKeySpec;

/**
 * SM2 keys and signatures with SM3 (国密), which Java itself does not have. The provider is ours
 * alone and not registered: nothing else of the server changes by it.
 */
public final class ChineseKeys {

  static final Provider PROVIDER = new BouncyCastleProvider();

  private ChineseKeys() {}

  /** SM3withSM2 with the usual identity 1234567812345678; its result is DER. */
  static java.security.Signature signature() throws GeneralSecurityException {
    return java.security.Signature.getInstance("SM3WITHSM2", PROVIDER);
  }

  public static PrivateKey make() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
    generator.initialize(new ECGenParameterSpec("sm2p256v1"));
    return generator.generateKeyPair().getPrivate();
  }

  /** Out of PKCS#8; a {@link GeneralSecurityException} if it is none of this curve. */
  public static PrivateKey read(byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC", PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  public static PublicKey publicOf(PrivateKey key) throws GeneralSecurityException {
    ECPrivateKey own = (ECPrivateKey) key;
    return KeyFactory.getInstance("EC", PROVIDER)
        .generatePublic(
            new ECPublicKeySpec(
                own.getParameters().getG().multiply(own.getD()), own.getParameters()));
  }
}
