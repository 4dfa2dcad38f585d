package cn.ecogate.passage.control;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.admission.entity.RuleAnswer.Outcome;
import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.passage.Arrivals;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.testing.Clause;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which passages have to reach a person at once. */
class AlarmCauseTest {

  @Test
  @Clause("HJ 1321-2023 报警")
  @DisplayName("超标车辆、违反策略的车辆各告警一次，写明何时何地为什么")
  void whatTheClauseAsksFor() {
    List<AlarmCause> causes =
        of(
            aTruckAt(TEN),
            refused(
                Reason.Code.EXCEEDING_LISTED,
                Reason.Code.TRANSPORT_STOPPED,
                Reason.Code.STAGE_BELOW_STRATEGY));
    assertThat(causes)
        .extracting(AlarmCause::kind)
        .containsExactly(Alarm.Kind.LISTED_VEHICLE, Alarm.Kind.AGAINST_STRATEGY);
    assertThat(causes.get(0).subject()).isEqualTo("云A12345（黄）");
    assertThat(causes.get(0).sentence()).endsWith(" A-01 云A12345（黄）：因为 EXCEEDING_LISTED。");
  }

  @Test
  @DisplayName("未备案车辆在停运时只是一个问题，不告警；重复入厂告警")
  void questions() {
    assertThat(
            of(aTruckAt(TEN), asks(Reason.Code.TRANSPORT_STOPPED, Reason.Code.VEHICLE_NOT_FILED)))
        .isEmpty();
    assertThat(of(aTruckAt(TEN), asks(Reason.Code.ALREADY_INSIDE)))
        .extracting(AlarmCause::kind)
        .containsExactly(Alarm.Kind.SECOND_ENTRANCE);
  }

  @Test
  @DisplayName("出厂而没有入厂记录：放行，也告警")
  void anExitWithoutAnEntrance() {
    Decision noted = new Decision(new Verdict.Admitted(), List.of(note(Reason.Code.NO_ENTRANCE)));
    assertThat(of(aTruckAt(TEN).goingOut(), noted))
        .extracting(AlarmCause::kind)
        .containsExactly(Alarm.Kind.EXIT_WITHOUT_ENTRANCE);
  }

  @Test
  @DisplayName("事后才知道的、没有号牌的、没有事的，不告警")
  void whatNobodyIsToldOf() {
    assertThat(of(aTruckAt(TEN).late(), refused(Reason.Code.EXCEEDING_LISTED))).isEmpty();
    assertThat(of(aTruckAt(TEN).unread(), asks(Reason.Code.PLATE_UNREAD))).isEmpty();
    assertThat(of(aTruckAt(TEN), new Decision(new Verdict.Admitted(), List.of()))).isEmpty();
  }

  private static List<AlarmCause> of(Arrivals arrival, Decision decision) {
    return AlarmCause.of(
        PassageDraft.of(
            arrival.arrival(),
            Optional.empty(),
            new PhotoDigests(Optional.empty(), Optional.empty()),
            decision,
            TEN),
        decision);
  }

  private static Decision refused(Reason.Code... codes) {
    return new Decision(new Verdict.Refused(reasons(codes)), List.of());
  }

  private static Decision asks(Reason.Code... codes) {
    return new Decision(new Verdict.NeedsGuard(reasons(codes)), List.of());
  }

  private static List<Reason> reasons(Reason.Code... codes) {
    return Arrays.stream(codes).map(AlarmCauseTest::reason).toList();
  }

  private static Reason reason(Reason.Code code) {
    return new Reason(code, "因为 " + code + "。");
  }

  private static RuleAnswer note(Reason.Code code) {
    return new RuleAnswer("rule", "规则", "条款", Outcome.NOTES, "看到。", Optional.of(reason(code)));
  }
}
