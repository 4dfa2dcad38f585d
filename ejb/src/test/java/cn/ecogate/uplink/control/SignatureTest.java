package cn.ecogate.uplink.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.uplink.Vectors;
import cn.ecogate.uplink.control.Profile.Signing.Method;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("签名")
class SignatureTest {

  private static final JsonObject BODY =
      Json.createObjectBuilder()
          .add("time", "2026-11-21 16:30:00")
          .add("plateNo", "云A12345")
          .add("remark", "")
          .addNull("fleetName")
          .add("sign", "an old one")
          .add(
              "devices",
              Json.createArrayBuilder()
                  .add(Json.createObjectBuilder().add("gateNo", "A").add("barrierNo", "01")))
          .add("enterpriseNo", "530181000001")
          .build();

  @Test
  @DisplayName("按键名排序，空值与 sign 不参与，列表按原样")
  void signsSortedPairsWithoutEmptyOnes() {
    assertThat(Signature.text(BODY, "sign")).isEqualTo(Vectors.text("signed.txt"));
  }

  @Test
  @DisplayName("与 openssl 对同一内容的签名一字不差")
  void signsLikeOpenssl() {
    assertThat(Signature.sign(Method.RSA2, Vectors.text("signed.txt"), Vectors.key()))
        .isEqualTo(Vectors.text("signature.txt"));
  }

  @Test
  @DisplayName("国密签名：能验 openssl 的签名的，也能验我们的；改一个字就不符")
  void signsSm2() throws GeneralSecurityException {
    String text = Vectors.text("sm2.txt");
    PrivateKey key = ChineseKeys.read(pem("sm2.pem"));
    PublicKey known =
        KeyFactory.getInstance("EC", ChineseKeys.PROVIDER)
            .generatePublic(new X509EncodedKeySpec(pem("sm2.pub.pem")));
    assertThat(isGood(known, text, Vectors.text("sm2.sig").strip())).isTrue();
    String own = Signature.sign(Method.SM2, text, key);
    assertThat(isGood(known, text, own)).isTrue();
    assertThat(isGood(known, text + "。", own)).isFalse();
  }

  private static boolean isGood(PublicKey key, String text, String sign)
      throws GeneralSecurityException {
    java.security.Signature check = ChineseKeys.signature();
    check.initVerify(key);
    check.update(text.getBytes(StandardCharsets.UTF_8));
    return check.verify(Base64.getDecoder().decode(sign));
  }

  private static byte[] pem(String name) {
    return Base64.getDecoder().decode(Vectors.text(name).replaceAll("-----[A-Z ]+-----|\\s", ""));
  }
}
