package cn.ecogate.registry.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.vocabulary.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("材料图片")
class DocumentImageTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};

  @Test
  @DisplayName("JPEG 和 PNG 原样保留")
  void picturesAreKeptAsTheyAre() {
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
    assertThat(DocumentImage.checked(jpeg, "listPhoto")).isSameAs(jpeg);
    assertThat(DocumentImage.checked(PNG, "listPhoto")).isSameAs(PNG);
  }

  @Test
  @DisplayName("不是图片、空文件、过大的文件，各有一句说明")
  void anythingElseIsToldWhatIsWrong() {
    refused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "document-format", "JPEG 或 PNG");
    refused(new byte[0], "document-empty", "空的");
    refused(Arrays.copyOf(PNG, DocumentImage.MOST_BYTES + 1), "document-too-large", "最大 8 MB");
  }

  private static void refused(byte[] bytes, String code, String sentence) {
    assertThatThrownBy(() -> DocumentImage.checked(bytes, "listPhoto"))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo(code);
              assertThat(rejected.field()).isEqualTo("listPhoto");
              assertThat(rejected).hasMessageContaining(sentence);
            });
  }
}
