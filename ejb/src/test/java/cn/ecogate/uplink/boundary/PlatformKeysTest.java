package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.site.entity.PlatformEntry;
import cn.ecogate.site.entity.PlatformSecurity;
import cn.ecogate.uplink.Vectors;
import cn.ecogate.uplink.control.Profile.Signing.Method;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("签名密钥")
class PlatformKeysTest {

  @TempDir Path dataDir;

  @Test
  @DisplayName("没有就生成：私钥只有本人可读，公钥放在旁边，下次还是同一把")
  void makesAKeyOnce() throws IOException {
    PrivateKey key = key("keys/province.pem", Method.RSA2);
    Path file = dataDir.resolve("keys/province.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(dataDir.resolve("keys/province.pub.pem"))
        .content()
        .startsWith("-----BEGIN PUBLIC KEY-----\n");
    assertThat(key("keys/province.pem", Method.RSA2)).isEqualTo(key);
  }

  @Test
  @DisplayName("给定私钥而缺公钥：公钥从私钥补出，与 openssl 的一致")
  void thePublicHalfFollowsFromThePrivate() throws IOException {
    Files.writeString(dataDir.resolve("own.pem"), Vectors.text("test-key.pem"));
    key("own.pem", Method.RSA2);
    assertThat(dataDir.resolve("own.pub.pem")).hasContent(Vectors.text("test-key.pub.pem"));
  }

  @Test
  @DisplayName("不是私钥的文件，一句话说明")
  void aWrongFileIsSaid() throws IOException {
    Files.writeString(dataDir.resolve("own.pem"), Vectors.text("test-key.pub.pem"));
    assertThatThrownBy(() -> key("own.pem", Method.RSA2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("不是 PKCS#8 PEM 格式的 RSA 私钥");
  }

  @Test
  @DisplayName("国密方式：没有就生成一把 SM2 私钥，下次还是同一把")
  void makesAnSm2KeyOnce() {
    PrivateKey key = key("keys/sm.pem", Method.SM2);
    assertThat(key.getAlgorithm()).isEqualTo("EC");
    assertThat(key("keys/sm.pem", Method.SM2)).isEqualTo(key);
  }

  @Test
  @DisplayName("SM2 私钥的公钥与 openssl 的一致")
  void theSm2PublicHalfFollowsToo() throws IOException {
    Files.writeString(dataDir.resolve("sm.pem"), Vectors.text("sm2.pem"));
    key("sm.pem", Method.SM2);
    assertThat(dataDir.resolve("sm.pub.pem")).hasContent(Vectors.text("sm2.pub.pem"));
  }

  @Test
  @DisplayName("私钥可放在 PKCS12 密钥库里；口令不对、不是密钥库、用于国密，各有一句")
  void theKeyMayStandInAKeystore() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/uplink/tls/client.p12")) {
      Files.copy(in, dataDir.resolve("plant.p12"));
    }
    Files.writeString(dataDir.resolve("text.p12"), "nothing of the kind");
    assertThat(key("plant.p12", Method.RSA2).getAlgorithm()).isEqualTo("RSA");
    assertThat(dataDir.resolve("plant.pub.pem")).content().startsWith("-----BEGIN PUBLIC KEY");
    assertThatThrownBy(() -> key("plant.p12", Method.RSA2, "wrong"))
        .hasMessageContaining("keystore-password 不对")
        .hasMessageNotContaining("wrong");
    assertThatThrownBy(() -> key("text.p12", Method.RSA2)).hasMessageContaining("不是 PKCS12 密钥库");
    assertThatThrownBy(() -> key("plant.p12", Method.SM2)).hasMessageContaining("SM2 私钥请用 PEM 文件");
  }

  private PrivateKey key(String file, Method method) {
    return key(file, method, "changeit");
  }

  private PrivateKey key(String file, Method method, String password) {
    PlatformSecurity line =
        new PlatformSecurity(
            Optional.empty(), Optional.empty(), Optional.empty(), password, Optional.empty());
    return new PlatformKeys(dataDir)
        .key(
            new PlatformEntry(
                "province", "省级平台", "yunnan", "http://127.0.0.1/", "plant", "secret", file, line),
            method);
  }
}
