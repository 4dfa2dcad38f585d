package cn.ecogate.registry.control;

import static cn.ecogate.registry.control.CardExample.aLoader;
import static cn.ecogate.registry.control.CardExample.aShuttle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.registry.entity.Machine;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.Rejected;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("厂内车辆与非道路机械的卡片校验")
class CardCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

  @Test
  @DisplayName("齐全无误的卡片没有疑点，号码按统一写法")
  void aCompleteCardIsNotOdd() {
    Machine typed = aLoader();
    typed.setCode(" 滇a-zj 0012 ");
    typed.setPin("lgzl50cnk1a123456");
    Machine checked = CardCheck.checked(typed, TODAY);
    assertThat(checked.getCode()).isEqualTo("滇A-ZJ0012");
    assertThat(checked.getPin()).isEqualTo("LGZL50CNK1A123456");
    assertThat(CardCheck.oddities(checked)).isEmpty();
    assertThat(CardCheck.oddities(CardCheck.checked(aShuttle(), TODAY))).isEmpty();
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("misshapen")
  @DisplayName("不能建卡的，指明字段和改法")
  void whatCannotBeFiledNamesTheField(
      Consumer<Machine> slip, String code, String field, String sentence) {
    Machine typed = aLoader();
    slip.accept(typed);
    assertThatThrownBy(() -> CardCheck.checked(typed, TODAY))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo(code);
              assertThat(rejected.field()).isEqualTo(field);
              assertThat(rejected).hasMessageContaining(sentence);
            });
  }

  static Stream<Arguments> misshapen() {
    return Stream.of(
        slip(m -> m.setCode("A1"), "code-shape", "code", "现为 2 位"),
        slip(m -> m.setCode("A_12#4"), "code-shape", "code", "4 到 32 位"),
        slip(m -> m.setPin("编号50"), "number-shape", "pin", "一般为 17 位"),
        slip(m -> m.setDisclosureNo("CNFJG300"), "number-shape", "disclosureNo", "现为 8 位"),
        slip(m -> m.setStage(EmissionStage.CHINA_6), "machine-stage", "stage", "国一至国四"),
        slip(m -> m.setKind(null), "item-missing", "kind", "请选择机械类型"),
        slip(m -> m.setMade(TODAY.plusDays(1)), "registered-in-future", "made", "不能晚于今天"));
  }

  private static Arguments slip(
      Consumer<Machine> slip, String code, String field, String sentence) {
    return Arguments.of(slip, code, field, sentence);
  }

  @Test
  @DisplayName("识别码不是 17 位、公开编号开头不同、缺项，只提醒")
  void whatMayYetBeTrueIsOnlySaid() {
    Machine typed = aLoader();
    typed.setPin("LGZL50");
    typed.setDisclosureNo("CNXXG300ABCD123456000001");
    typed.setLabelPhoto(null);
    assertThat(CardCheck.oddities(CardCheck.checked(typed, TODAY)))
        .containsExactly(
            "机械产品识别码一般为 17 位，现为 6 位，请按机械铭牌核对。",
            "环保信息公开编号一般以 CNFJG3 或 CNFJG4 开头，请按环保信息标签核对。",
            "尚缺环保信息标签照片，上传时会计为不完整，请补齐。");
  }
}
