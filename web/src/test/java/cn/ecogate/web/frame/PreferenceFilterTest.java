package cn.ecogate.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceFilterTest {

  @ParameterizedTest
  @CsvSource({
    "https://gate.example/passages.xhtml?outcome=REFUSED, /passages.xhtml?outcome=REFUSED",
    "https://gate.example, /",
    "https://gate.example//evil.example/x, /evil.example/x",
    "javascript:alert(1), /",
    "'not an address', /",
    ", /"
  })
  void aChoiceLeadsBackToTheSamePageAndNeverElsewhere(String referer, String back) {
    assertThat(PreferenceFilter.back(referer)).isEqualTo(back);
  }
}
