package cn.ecogate.site.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("猜测写错的键")
class NearestWordTest {

  private static final List<String> KEYS =
      List.of("camera", "barrier", "barrier-no", "display", "name");

  @ParameterizedTest
  @CsvSource({
    "camra,camera",
    "Camera,camera",
    "barier,barrier",
    "barrier_no,barrier-no",
    "nmae,name"
  })
  @DisplayName("提出最接近的键")
  void theNearestKeyIsProposed(String written, String meant) {
    assertThat(NearestWord.to(written, KEYS)).contains(meant);
  }

  @Test
  @DisplayName("差得太远就不猜")
  void aFarWordIsNotGuessed() {
    assertThat(NearestWord.to("weighbridge", KEYS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'',abc,3", "abc,abc,0", "abc,acb,1", "kitten,sitting,3"})
  void countsTheChangesNeeded(String a, String b, int changes) {
    assertThat(NearestWord.distance(a, b)).isEqualTo(changes);
    assertThat(NearestWord.distance(b, a)).isEqualTo(changes);
  }
}
