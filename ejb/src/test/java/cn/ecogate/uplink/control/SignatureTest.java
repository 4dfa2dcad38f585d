package cn.ecogate.uplink.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.uplink.Vectors;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSA2 签名")
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
    assertThat(Signature.sign(Vectors.text("signed.txt"), Vectors.key()))
        .isEqualTo(Vectors.text("signature.txt"));
  }
}
