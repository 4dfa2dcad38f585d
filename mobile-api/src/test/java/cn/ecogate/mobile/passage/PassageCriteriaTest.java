package cn.ecogate.mobile.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.Rejected;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any combination of filters is read; one that cannot be read is named with what may stand. */
class PassageCriteriaTest {

  private final PassageCriteria criteria = new PassageCriteria();

  @Test
  @DisplayName("不写条件就是全部，每页 50 行")
  void nothingMeansAny() {
    assertThat(criteria.filter()).isEqualTo(PassageFilter.any());
    assertThat(criteria.rows()).isEqualTo(50);
    assertThat(criteria.cursor()).isNull();
  }

  @Test
  @DisplayName("九个条件可以任意组合，空白等于没写")
  void allTogether() {
    criteria.from = "2026-11-21T00:00:00+08:00";
    criteria.to = "2026-11-21T16:00:00Z";
    criteria.plate = " 云A123 ";
    criteria.lane = "A";
    criteria.direction = "1";
    criteria.stage = "CHINA_5";
    criteria.fuel = "B";
    criteria.outcome = "REFUSED";
    criteria.source = " ";
    assertThat(criteria.filter())
        .isEqualTo(
            new PassageFilter(
                Instant.parse("2026-11-20T16:00:00Z"),
                Instant.parse("2026-11-21T16:00:00Z"),
                "云A123",
                "A",
                Direction.IN,
                EmissionStage.CHINA_5,
                FuelType.DIESEL,
                Passage.Outcome.REFUSED,
                null));
  }

  @Test
  @DisplayName("地址里没有转义的加号到了这里是空格，照样读懂")
  void unescapedPlusIsUnderstood() {
    criteria.from = "2026-11-21T00:00:00 08:00";
    assertThat(criteria.filter().from()).isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
  }

  @ParameterizedTest
  @EnumSource(EmissionStage.class)
  @DisplayName("每个排放阶段，代码与名称都认")
  void everyStageByCodeAndName(EmissionStage stage) {
    criteria.stage = stage.code();
    assertThat(criteria.filter().stage()).isEqualTo(stage);
    criteria.stage = stage.name();
    assertThat(criteria.filter().stage()).isEqualTo(stage);
  }

  @ParameterizedTest
  @EnumSource(FuelType.class)
  @DisplayName("每种燃料，代码与名称都认")
  void everyFuelByCodeAndName(FuelType fuel) {
    criteria.fuel = fuel.code();
    assertThat(criteria.filter().fuel()).isEqualTo(fuel);
    criteria.fuel = fuel.name();
    assertThat(criteria.filter().fuel()).isEqualTo(fuel);
  }

  @Test
  @DisplayName("不认识的取值：说出是哪个条件、可用什么")
  void unknownValuesAreNamed() {
    criteria.stage = "9";
    Rejected rejected = catchThrowableOfType(Rejected.class, criteria::filter);
    assertThat(rejected.code()).isEqualTo("query-value");
    assertThat(rejected.field()).isEqualTo("stage");
    assertThat(rejected.getMessage()).contains("9", "6 / CHINA_6 国六", "X / UNKNOWN");

    criteria.stage = null;
    criteria.outcome = "ok";
    assertThat(catchThrowableOfType(Rejected.class, criteria::filter))
        .hasMessageContaining("NEEDS_GUARD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2026-11-21T08:00:00", "yesterday", "1763700000"})
  @DisplayName("时刻必须带时区")
  void timesNeedTheirZone(String text) {
    criteria.to = text;
    Rejected rejected = catchThrowableOfType(Rejected.class, criteria::filter);
    assertThat(rejected.field()).isEqualTo("to");
    assertThat(rejected.getMessage()).contains("ISO-8601");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "x", "1.5", "99999999999999999999"})
  @DisplayName("行数只能是 1 到 200")
  void limitHasItsLimits(String text) {
    criteria.limit = text;
    assertThat(catchThrowableOfType(Rejected.class, criteria::rows).code()).isEqualTo("limit");
  }

  @Test
  @DisplayName("1 与 200 都可以")
  void limitsThemselvesAreAllowed() {
    criteria.limit = "1";
    assertThat(criteria.rows()).isEqualTo(1);
    criteria.limit = "200";
    assertThat(criteria.rows()).isEqualTo(200);
  }
}
