package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.uplink.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("签名密钥")
class PlatformKeysTest {

  @TempDir Path dataDir;

  @Test
  @DisplayName("没有就生成：私钥只有本人可读，公钥放在旁边，下次还是同一把")
  void makesAKeyOnce() throws IOException {
    PrivateKey key = new PlatformKeys(dataDir).key("keys/province.pem", "省级平台");
    Path file = dataDir.resolve("keys/province.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(dataDir.resolve("keys/province.pub.pem"))
        .content()
        .startsWith("-----BEGIN PUBLIC KEY-----\n");
    assertThat(new PlatformKeys(dataDir).key("keys/province.pem", "省级平台")).isEqualTo(key);
  }

  @Test
  @DisplayName("给定私钥而缺公钥：公钥从私钥补出，与 openssl 的一致")
  void thePublicHalfFollowsFromThePrivate() throws IOException {
    Files.writeString(dataDir.resolve("own.pem"), Vectors.text("test-key.pem"));
    new PlatformKeys(dataDir).key("own.pem", "省级平台");
    assertThat(dataDir.resolve("own.pub.pem")).hasContent(Vectors.text("test-key.pub.pem"));
  }

  @Test
  @DisplayName("不是私钥的文件，一句话说明")
  void aWrongFileIsSaid() throws IOException {
    Files.writeString(dataDir.resolve("own.pem"), Vectors.text("test-key.pub.pem"));
    assertThatThrownBy(() -> new PlatformKeys(dataDir).key("own.pem", "省级平台"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("不是 PKCS#8 PEM 格式的 RSA 私钥");
  }
}
