package cn.ecogate.mobile.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a handheld sends becomes an entry for the desk, or says which field cannot. */
class NewPassageTest {

  private static final int LARGEST_PHOTO = 5 * 1024 * 1024;

  @Test
  @DisplayName("号牌转为大写，时间与照片读出")
  void everythingIsRead() {
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, 1, 2};
    ManualEntry entry =
        new NewPassage(
                "k1",
                "A-01",
                " 云a1234f ",
                "YELLOW",
                "2026-11-21T08:00:00+08:00",
                "泥水遮挡",
                Base64.getMimeEncoder().encodeToString(jpeg))
            .entry();
    assertThat(entry.key()).isEqualTo("k1");
    assertThat(entry.laneId()).isEqualTo("A-01");
    assertThat(entry.plate()).isEqualTo("云A1234F");
    assertThat(entry.color()).isEqualTo(PlateColor.YELLOW);
    assertThat(entry.seenAt()).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
    assertThat(entry.note()).isEqualTo("泥水遮挡");
    assertThat(entry.photo()).isEqualTo(jpeg);
  }

  @Test
  @DisplayName("没写的就是没有，由值守台说缺什么")
  void whatIsMissingStaysMissing() {
    ManualEntry entry = new NewPassage(null, null, null, null, null, null, " ").entry();
    assertThat(entry).isEqualTo(new ManualEntry(null, null, null, null, null, null, null));
  }

  @ParameterizedTest
  @EnumSource(PlateColor.class)
  @DisplayName("每种号牌颜色，代码与名称都认")
  void everyColour(PlateColor color) {
    assertThat(colored(color.name()).entry().color()).isEqualTo(color);
    assertThat(colored(color.code()).entry().color()).isEqualTo(color);
  }

  @Test
  @DisplayName("不认识的颜色、没有时区的时间、不是 base64 的照片：指明字段")
  void mistakesAreNamed() {
    assertThat(rejected(colored("red"))).extracting(Rejected::field).isEqualTo("color");
    assertThat(rejected(new NewPassage("k", "A-01", null, null, "08:00", null, null)))
        .extracting(Rejected::field)
        .isEqualTo("seenAt");
    assertThat(rejected(photographed("data:image/jpeg;base64,/9j/")))
        .extracting(Rejected::code)
        .isEqualTo("photo-format");
  }

  @Test
  @DisplayName("5 MB 的照片可以，多一个字节不行")
  void photosHaveALimit() {
    byte[] largest = new byte[LARGEST_PHOTO];
    assertThat(photographed(Base64.getEncoder().encodeToString(largest)).entry().photo())
        .hasSize(LARGEST_PHOTO);
    byte[] larger = new byte[LARGEST_PHOTO + 1];
    Rejected rejected = rejected(photographed(Base64.getEncoder().encodeToString(larger)));
    assertThat(rejected.code()).isEqualTo("photo-too-large");
    assertThat(rejected.getMessage()).contains("5 MB");
  }

  private static NewPassage colored(String color) {
    return new NewPassage("k", "A-01", "云A12345", color, null, null, null);
  }

  private static NewPassage photographed(String photo) {
    return new NewPassage("k", "A-01", "云A12345", "1", null, null, photo);
  }

  private static Rejected rejected(NewPassage passage) {
    return catchThrowableOfType(Rejected.class, passage::entry);
  }
}
