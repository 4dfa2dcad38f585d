package cn.ecogate.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every coded word has its own code and name, and is found again by its code. */
class CodedTest {

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of((Object) AlertLevel.values()),
        Arguments.of((Object) Direction.values()),
        Arguments.of((Object) EmissionStage.values()),
        Arguments.of((Object) FuelType.values()),
        Arguments.of((Object) PlateColor.values()),
        Arguments.of((Object) VehicleUse.values()));
  }

  @ParameterizedTest
  @MethodSource("words")
  @DisplayName("代码和名称都不重复，按代码找得回")
  void codesAndNamesAreUnique(Coded[] values) {
    Set<String> codes = new HashSet<>();
    Set<String> labels = new HashSet<>();
    for (Coded value : values) {
      assertThat(codes.add(value.code())).as(value.code()).isTrue();
      assertThat(labels.add(value.label())).as(value.label()).isTrue();
      assertThat(Coded.find(values, value.code())).isSameAs(value);
    }
  }

  @Test
  @DisplayName("没有的代码，说出有哪些")
  void anUnknownCodeNamesTheKnownOnes() {
    assertThatThrownBy(() -> Direction.ofCode("9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("没有代码 9；可用：1 进, 2 出");
    assertThat(VehicleUse.known("?")).isEmpty();
    assertThat(VehicleUse.known(null)).isEmpty();
    assertThat(VehicleUse.known("F")).contains(VehicleUse.FREIGHT);
  }

  @Test
  @DisplayName("排放阶段从国0到国六依次变好，电动最好，未知不可比")
  void stagesAreOrdered() {
    EmissionStage[] stages = EmissionStage.values();
    for (EmissionStage one : stages) {
      for (EmissionStage other : stages) {
        boolean comparable = one.known() && other.known();
        assertThat(one.atMost(other))
            .as("%s at most %s", one, other)
            .isEqualTo(comparable && one.ordinal() <= other.ordinal());
      }
    }
    assertThat(EmissionStage.CHINA_6.atMost(EmissionStage.ELECTRIC)).isTrue();
    assertThat(EmissionStage.ELECTRIC.atMost(EmissionStage.CHINA_6)).isFalse();
    assertThat(EmissionStage.UNKNOWN.atMost(EmissionStage.UNKNOWN)).isFalse();
    assertThat(EmissionStage.ofCode("D")).isEqualTo(EmissionStage.ELECTRIC);
    assertThat(EmissionStage.ofCode("4")).isEqualTo(EmissionStage.CHINA_4);
  }
}
