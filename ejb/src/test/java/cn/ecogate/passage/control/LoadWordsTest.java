package cn.ecogate.passage.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.device.entity.TagKind;
import cn.ecogate.device.entity.WeightTaken;
import cn.ecogate.passage.entity.NewLoad;
import cn.ecogate.passage.entity.TagFinding.Finding;
import cn.ecogate.passage.entity.Weighing;
import cn.ecogate.vocabulary.Rejected;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may say about a load, which weighing is nearest, and what a VIN tells. */
class LoadWordsTest {

  private static final Instant TEN = Instant.parse("2026-11-22T02:00:00Z");

  @ParameterizedTest
  @DisplayName("笼统的货物名称指出来")
  @ValueSource(strings = {"货物", "其他", "原料", "物料", " 物料 ", "普货", "123", "-", "。"})
  void vague(String name) {
    assertThat(CargoName.vague(name)).isTrue();
  }

  @ParameterizedTest
  @DisplayName("具体的货物名称不挑剔")
  @ValueSource(strings = {"铁矿石", "焦炭", "石灰石原料", "螺纹钢 HRB400", "空车"})
  void exact(String name) {
    assertThat(CargoName.vague(name)).isFalse();
  }

  @ParameterizedTest
  @DisplayName("运输量不对时说明怎样改")
  @CsvSource({
    "1.2345, tonnes-shape",
    "-1, tonnes-range",
    "49860, tonnes-range",
    "31.3, tonnes-over-gross"
  })
  void wrongAmount(BigDecimal tonnes, String code) {
    assertThatThrownBy(() -> LoadEntry.tonnes(typed(tonnes), Optional.of(weighing("31200", null))))
        .isInstanceOfSatisfying(
            Rejected.class,
            why -> {
              assertThat(why.code()).isEqualTo(code);
              assertThat(why.field()).isEqualTo("tonnes");
            });
  }

  @Test
  @DisplayName("没有称重又没有填写：请填写，空车填 0")
  void nothingSaid() {
    assertThatThrownBy(() -> LoadEntry.tonnes(typed(null), Optional.empty()))
        .hasMessageContaining("空车填 0");
    assertThat(LoadEntry.tonnes(typed(BigDecimal.ZERO), Optional.empty()))
        .isEqualByComparingTo("0");
  }

  @Test
  @DisplayName("净重即运输量；只有毛重时运输量待定")
  void amountOfAWeighing() {
    assertThat(LoadEntry.tonnes(typed(null), Optional.of(weighing("49860", "34860"))))
        .hasToString("34.860");
    assertThat(LoadEntry.tonnes(typed(null), Optional.of(weighing("49860", null)))).isNull();
    assertThat(
            LoadEntry.tonnes(
                typed(new BigDecimal("33.5")), Optional.of(weighing("49860", "34860"))))
        .hasToString("33.500");
  }

  @Test
  @DisplayName("时间最近的为准，同样近取较早的，超出时限的不算")
  void nearest() {
    Duration window = Duration.ofMinutes(10);
    List<Instant> around =
        List.of(TEN.minusSeconds(120), TEN.plusSeconds(120), TEN.plusSeconds(601));
    assertThat(Nearest.to(TEN, around, Function.identity(), window))
        .contains(TEN.minusSeconds(120));
    assertThat(Nearest.to(TEN.plusSeconds(1), around, Function.identity(), window))
        .contains(TEN.plusSeconds(120));
    assertThat(Nearest.to(TEN.minusSeconds(721), around, Function.identity(), window)).isEmpty();
    assertThat(Nearest.to(TEN.minusSeconds(720), around, Function.identity(), window)).isPresent();
  }

  @Test
  @DisplayName("扫到的车辆识别代号与备案对照")
  void vin() {
    String read = "LFWSRXSJ0N1E08214";
    assertThat(check(TagKind.VIN, true, read, null)).isEqualTo(Finding.SAME);
    assertThat(check(TagKind.VIN, true, "LFWSRXSJ0N1E08215", null)).isEqualTo(Finding.OTHER);
    assertThat(check(TagKind.VIN, true, null, null)).isEqualTo(Finding.FILING_LACKS_IT);
    assertThat(check(TagKind.VIN, false, null, "云A1")).isEqualTo(Finding.KNOWN_BY_ANOTHER_PLATE);
    assertThat(check(TagKind.VIN, false, null, null)).isEqualTo(Finding.UNKNOWN);
    assertThat(check(TagKind.PIN, true, read, null)).isEqualTo(Finding.NO_VIN);
  }

  private static Finding check(TagKind kind, boolean onFile, String vinOnFile, String plate) {
    return VinCheck.of(
        kind,
        "LFWSRXSJ0N1E08214",
        onFile,
        Optional.ofNullable(vinOnFile),
        Optional.ofNullable(plate));
  }

  private static NewLoad typed(BigDecimal tonnes) {
    return new NewLoad(1, null, "铁矿石", tonnes);
  }

  private static Weighing weighing(String gross, String net) {
    return new Weighing(
        new WeightTaken(
            "A-01",
            "A-01-weighbridge",
            "e",
            TEN,
            new BigDecimal(gross),
            null,
            net == null ? null : new BigDecimal(net),
            5,
            null,
            "00"),
        7);
  }
}
