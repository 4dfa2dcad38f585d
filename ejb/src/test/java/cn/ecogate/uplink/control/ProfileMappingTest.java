package cn.ecogate.uplink.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.ledger.entity.RecordText;
import cn.ecogate.uplink.Vectors;
import cn.ecogate.uplink.entity.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("台账文本按平台配置变成平台的 JSON")
class ProfileMappingTest {

  @ParameterizedTest
  @ValueSource(strings = {"refused-truck", "no-plate"})
  @DisplayName("每份台账文本对应一份固定的 JSON；缺失的照片不写字段")
  void becomesTheGoldenJson(String name) {
    RecordText text = RecordText.of(Vectors.text(name + ".txt"));
    String json =
        new ProfileMapping(Vectors.yunnan())
            .record(RecordKind.PASSAGE, text, digest -> onlyTheScene(Vectors.yunnan(), digest))
            .toString();
    assertThat(json).isEqualTo(Vectors.text(name + ".json").strip());
  }

  @Test
  @DisplayName("配置要求 data URL 时，照片带类型前缀")
  void photosTravelAsDataUrl() {
    Profile profile =
        ProfileReader.read(
            "yunnan", Vectors.yunnanText().replace("transport: base64", "transport: data-url"));
    RecordText text = RecordText.of(Vectors.text("refused-truck.txt"));
    assertThat(
            new ProfileMapping(profile)
                .record(RecordKind.PASSAGE, text, digest -> onlyTheScene(profile, digest))
                .getString("bodyPhoto"))
        .isEqualTo("data:image/jpeg;base64,c2NlbmU=");
  }

  private static Optional<String> onlyTheScene(Profile profile, String digest) {
    return digest.startsWith("aaaa")
        ? new ProfileMapping(profile).photo("scene".getBytes(StandardCharsets.US_ASCII))
        : Optional.empty();
  }
}
