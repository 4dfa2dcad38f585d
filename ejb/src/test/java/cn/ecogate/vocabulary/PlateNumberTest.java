package cn.ecogate.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a plate when a person types it, and when a camera reads it. */
class PlateNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "云A12345",
        "京AF0236",
        "粤B9ZZ99",
        "云AD12345",
        "云AF12345",
        "云A12345D",
        "云A12345F",
        "云A1234挂",
        "云A1234学",
        "云A1234警",
        "粤Z1234港",
        "粤Z1234澳",
        "使224578",
        "224578使",
        "沪A0023领",
        "京X0001应急",
        "WJ京12345",
        "WJ12345",
        "WJ京1234X",
        "VA12345",
        "琼E1A2B3"
      })
  @DisplayName("各类号牌的样式都接受")
  void everyKindOfPlateIsTaken(String text) {
    assertThat(PlateNumber.of(text).text()).isEqualTo(text);
    assertThat(PlateNumber.of(text).wellShaped()).isTrue();
    assertThat(PlateNumber.seen(text)).contains(PlateNumber.of(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "云a·12345|云A12345",
        " 云A 12345 |云A12345",
        "云Ａ１２３４５|云A12345",
        "云A.12345|云A12345",
        "云A•12345|云A12345",
        "云A-12345|云A12345",
        "云A　12345|云A12345",
        "wj京·12345|WJ京12345"
      })
  @DisplayName("空格、点、全角、小写都归一")
  void whatIsTypedIsNormalised(String typed, String text) {
    assertThat(PlateNumber.of(typed).text()).isEqualTo(text);
    assertThat(PlateNumber.seen(typed)).map(PlateNumber::text).contains(text);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "云A1234",
        "云A123456",
        "云A1234I",
        "云A1234O",
        "云I12345",
        "A12345",
        "云12345",
        "云南A12345",
        "国A12345",
        "云AZ12345X",
        "云A12345G",
        "云A123挂",
        "12345",
        "云A12挂45",
        "'; DROP TABLE vehicle; --"
      })
  @DisplayName("不像号牌的，用一句话退回")
  void whatIsNoPlateIsRejectedWithASentence(String typed) {
    Rejected rejected = catchThrowableOfType(Rejected.class, () -> PlateNumber.of(typed));
    assertThat(rejected.code()).isEqualTo("plate-shape");
    assertThat(rejected.field()).isEqualTo("plate");
    assertThat(rejected.getMessage()).endsWith("。").contains("云A12345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"云A1234", "A12345", "云I1234O", "军A12345", "临云A1234", "云A12345临", "民航A1234"})
  @DisplayName("相机读出的怪号牌照样收下")
  void anOddReadingIsTaken(String read) {
    assertThat(PlateNumber.seen(read)).map(PlateNumber::text).contains(read);
    assertThat(PlateNumber.seen(read).orElseThrow().wellShaped()).isFalse();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "_无_",
        "无车牌",
        "noPlate",
        "unknown",
        "云A1?345",
        "云A12***",
        "   ",
        "·",
        "云A12345云A12345",
        "\u0000\u0000\u0000\u0000",
        "车"
      })
  @DisplayName("相机没有读出的，算未识别，不抛异常")
  void whatCannotBeAPlateIsNotRead(String read) {
    assertThat(PlateNumber.seen(read)).isEmpty();
  }

  @Test
  @DisplayName("相机给出任何字节都不抛异常")
  void noReadingThrows() {
    Random random = new Random(1321);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(14); length > 0; length--) {
        text.append((char) random.nextInt(0x10000));
      }
      PlateNumber.seen(text.toString())
          .ifPresent(plate -> assertThat(plate.text().length()).isBetween(4, 10));
    }
  }
}
