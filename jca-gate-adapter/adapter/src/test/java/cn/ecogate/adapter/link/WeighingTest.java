package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.WeightReport.State;
import cn.ecogate.adapter.wire.WeightFrame;
import cn.ecogate.adapter.wire.WeightFrame.Motion;
import cn.ecogate.adapter.wire.WeightFrame.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When a weight counts as come to rest, and how often it is told. */
class WeighingTest {

  private final Weighing weighing = new Weighing(20, 500);
  private final List<String> told = new ArrayList<>();

  @Test
  @DisplayName("连续五帧相差不超过一个分度才算稳定，只报一次")
  void weightIsToldOnceWhenFiveFramesAgree() {
    shows(0, 0, 3_000, 20_000, 41_000, 49_860, 49_880, 49_860, 49_860);
    assertThat(told).isEmpty();
    assertThat(weighing.state()).isEqualTo(State.MOVING);

    shows(49_860);
    assertThat(weighing.state()).isEqualTo(State.SETTLED);
    shows(49_860, 49_880, 49_860, 49_860, 49_860, 49_860, 49_860);

    assertThat(told).containsExactly("49860");
  }

  @Test
  @DisplayName("慢慢爬升的重量不算稳定")
  void slowRiseIsNoRest() {
    for (int kg = 10_000; kg < 20_000; kg += 10) {
      shows(kg);
    }

    assertThat(told).isEmpty();
  }

  @Test
  @DisplayName("回到空秤后，同样的重量再报一次")
  void sameWeightIsToldAgainAfterEmpty() {
    shows(30_000, 30_000, 30_000, 30_000, 30_000);
    shows(12_000, 480);
    assertThat(weighing.state()).isEqualTo(State.EMPTY);
    shows(30_000, 30_000, 30_000, 30_000, 30_000);

    assertThat(told).containsExactly("30000", "30000");
  }

  @Test
  @DisplayName("车辆未离开而稳定在另一重量，报为更正；司机下车不算")
  void anotherRestingWeightCorrectsTheFirst() {
    shows(30_000, 30_000, 30_000, 30_000, 30_000);
    shows(29_920, 29_920, 29_920, 29_920, 29_920, 29_920);
    assertThat(told).containsExactly("30000");

    shows(31_000, 31_000, 31_000, 31_000, 31_000, 31_000);

    assertThat(told).containsExactly("30000", "31000 again");
  }

  @Test
  @DisplayName("仪表自称晃动时不算稳定")
  void indicatorThatSaysMovingIsBelieved() {
    for (int i = 0; i < 20; i++) {
      observe(frame(30_000, Motion.MOVING));
    }
    assertThat(told).isEmpty();

    for (int i = 0; i < 5; i++) {
      observe(frame(30_000, Motion.RESTING));
    }
    assertThat(told).containsExactly("30000");
  }

  @Test
  @DisplayName("超载期间不报重量，退下后重新计数")
  void overloadIsNoWeight() {
    shows(30_000, 30_000, 30_000, 30_000);
    observe(frame(Range.OVERLOAD));
    assertThat(weighing.state()).isEqualTo(State.OVERLOAD);
    shows(30_000, 30_000, 30_000, 30_000);
    assertThat(told).isEmpty();

    shows(30_000);
    assertThat(told).containsExactly("30000");
  }

  @Test
  @DisplayName("负一个分度以内算空秤，再低则提示清零")
  void negativeIsSaidBeyondADivision() {
    shows(-20);
    assertThat(weighing.state()).isEqualTo(State.EMPTY);
    shows(-40);
    assertThat(weighing.state()).isEqualTo(State.NEGATIVE);
  }

  @Test
  @DisplayName("数据中断不会使同一辆车报两次")
  void silenceIsNoNewWeighing() {
    shows(30_000, 30_000, 30_000, 30_000, 30_000);
    weighing.silent();
    shows(30_000, 30_000, 30_000, 30_000, 30_000);

    assertThat(told).containsExactly("30000");
  }

  @Test
  @DisplayName("去皮显示净重时，以毛重判断空秤")
  void netIsWeighedByItsGross() {
    for (int i = 0; i < 5; i++) {
      observe(
          new WeightFrame(
              Optional.of(kg(15_000)),
              Optional.of(kg(15_000)),
              Optional.of(kg(0)),
              Motion.RESTING,
              Range.FINE));
    }

    assertThat(told).containsExactly("15000");
  }

  private void shows(int... kilograms) {
    for (int each : kilograms) {
      observe(frame(each, Motion.UNTOLD));
    }
  }

  private void observe(WeightFrame frame) {
    weighing
        .observe(frame)
        .ifPresent(
            settled ->
                told.add(
                    settled.frame().load().orElseThrow().toPlainString()
                        + (settled.again() ? " again" : "")));
  }

  private static WeightFrame frame(int kilograms, Motion motion) {
    return new WeightFrame(
        Optional.of(kg(kilograms)),
        Optional.empty(),
        Optional.empty(),
        motion,
        kilograms < 0 ? Range.NEGATIVE : Range.FINE);
  }

  private static WeightFrame frame(Range range) {
    return new WeightFrame(
        Optional.empty(), Optional.empty(), Optional.empty(), Motion.UNTOLD, range);
  }

  private static BigDecimal kg(int kilograms) {
    return BigDecimal.valueOf(kilograms);
  }
}
