package cn.ecogate.passage.control;

import static cn.ecogate.passage.Arrivals.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.passage.Arrivals;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.Rejected;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Serial numbers, event keys and page marks: the short texts a passage is known by. */
class PassageMarksTest {

  @Test
  @DisplayName("The same arrival always gets the same number, another one a different one")
  void serialNumbersFollowTheArrival() {
    var lane = Arrivals.lane("A", "01", Direction.IN);
    String first = SerialNumber.of(lane, TEN, "cam/1");
    assertThat(first).startsWith("A0120261121100000000").hasSize(28);
    assertThat(SerialNumber.of(lane, TEN, "cam/1")).isEqualTo(first);
    assertThat(SerialNumber.of(lane, TEN, "cam/2")).isNotEqualTo(first);
  }

  @Test
  @DisplayName("An event id of a megabyte still gives a key that fits, and stays its own")
  void eventKeysAreBounded() {
    String long1 = EventKey.ofDevice("A-01-camera", "x".repeat(1_000_000));
    String long2 = EventKey.ofDevice("A-01-camera", "x".repeat(999_999) + "y");
    assertThat(long1).hasSizeLessThan(200).isNotEqualTo(long2);
    assertThat(EventKey.ofGuard("u".repeat(300), "k".repeat(300))).hasSizeLessThan(200);
  }

  @Test
  @DisplayName("A page mark comes back as it was given out")
  void pageMarksReturn() {
    PageMark mark = new PageMark(TEN.plusNanos(123_000), 42);
    assertThat(PageMark.read(mark.text())).contains(mark);
    assertThat(PageMark.read(null)).isEmpty();
    assertThat(PageMark.read(" ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "abc-", "-1-2-3", "%%%-1", "zzzzzzzzzzzzzzzzzzzz-1"})
  @DisplayName("A text that is no page mark is refused with a sentence")
  void aForgedMarkIsRejected(String text) {
    assertThatThrownBy(() -> PageMark.read(text))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("cursor"));
  }
}
