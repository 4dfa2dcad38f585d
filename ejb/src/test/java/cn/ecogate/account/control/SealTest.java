package cn.ecogate.account.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("密码的封存")
class SealTest {

  private final Seal seal = new Seal(key(1));

  @Test
  @DisplayName("封存的密码只有同一把钥匙、同一台设备能打开")
  void onlyTheSameKeyAndDeviceOpenIt() {
    byte[] sealed = seal.seal("device\n", "A-01-camera", "密码 secret");

    assertThat(seal.open("device\n", "A-01-camera", sealed)).hasValue("密码 secret");
    assertThat(seal.open("device\n", "A-02-camera", sealed)).isEmpty();
    assertThat(seal.open("mail\n", "A-01-camera", sealed)).isEmpty();
    assertThat(new Seal(key(2)).open("device\n", "A-01-camera", sealed)).isEmpty();
  }

  @Test
  @DisplayName("同一密码两次封存得到不同的字节")
  void theSamePasswordIsNeverSealedTheSame() {
    assertThat(seal.seal("device\n", "A-01-camera", "secret"))
        .isNotEqualTo(seal.seal("device\n", "A-01-camera", "secret"));
  }

  @Test
  @DisplayName("改动任何一个字节，或截短到任何长度，都打不开")
  void whatWasTamperedWithDoesNotOpen() {
    byte[] sealed = seal.seal("device\n", "A-01-camera", "secret");
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThat(seal.open("device\n", "A-01-camera", altered)).isEmpty();
      assertThat(seal.open("device\n", "A-01-camera", Arrays.copyOf(sealed, i))).isEmpty();
    }
  }

  @Test
  @DisplayName("标记只在内容和钥匙都相同时相同")
  void aMarkTellsSameFromDifferent() {
    assertThat(seal.mark("a")).isEqualTo(seal.mark("a")).isNotEqualTo(seal.mark("b"));
    assertThat(new Seal(key(2)).mark("a")).isNotEqualTo(seal.mark("a"));
  }

  private static byte[] key(int seed) {
    byte[] key = new byte[Seal.KEY_BYTES];
    Arrays.fill(key, (byte) seed);
    return key;
  }
}
