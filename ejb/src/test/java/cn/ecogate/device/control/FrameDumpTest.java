package cn.ecogate.device.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("看不懂的字节给人看")
class FrameDumpTest {

  @Test
  @DisplayName("每行十六个字节，位置、字节和其中的字符")
  void sixteenBytesALine() {
    byte[] frame = "\u00020032900 ABCDEFGH\r\n".getBytes(StandardCharsets.US_ASCII);

    assertThat(FrameDump.hex(frame))
        .isEqualTo(
            "0000  02 30 30 33 32 39 30 30 20 41 42 43 44 45 46 47  .0032900 ABCDEFG\n"
                + "0010  48 0d 0a                                         H..\n");
    assertThat(FrameDump.hex(new byte[0])).isEmpty();
  }

  @Test
  @DisplayName("UTF-8 和 GBK 的中文都认得，都不是就不硬猜")
  void textIsReadInItsCharset() {
    assertThat(FrameDump.text("禁行\u0001".getBytes(StandardCharsets.UTF_8))).hasValue("禁行·");
    assertThat(FrameDump.text("禁行".getBytes(Charset.forName("GBK")))).hasValue("禁行");
    assertThat(FrameDump.text(new byte[] {(byte) 0xff, (byte) 0xff})).isEmpty();
  }
}
