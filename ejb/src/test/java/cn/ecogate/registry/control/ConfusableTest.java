package cn.ecogate.registry.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.vocabulary.PlateNumber;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("看错的号牌")
class ConfusableTest {

  @Test
  @DisplayName("0 与 O、1 与 I、8 与 B 互相看错，一次错几位也找得到")
  void charactersThatLookAlike() {
    assertThat(with("云AB8010")).contains("云A88010", "云ABB010", "云A8BD1Q", "云AB80I0");
  }

  @Test
  @DisplayName("省份或末位看错也找得到，但不同时错")
  void anotherProvinceOrAnotherEnd() {
    assertThat(with("云A34679"))
        .contains("贵A34679", "云A34677", "云A3467挂")
        .doesNotContain("贵A34677", "云A34679", "云A34579");
  }

  @Test
  @DisplayName("怎样的号牌候选都不会太多")
  void neverTooMany() {
    assertThat(with("云B888888")).hasSizeLessThan(200).contains("云BBBBBBB");
    assertThat(with("0000000")).hasSizeLessThan(200).contains("0D00O00");
  }

  private static Set<String> with(String plate) {
    return Confusable.with(new PlateNumber(plate));
  }
}
