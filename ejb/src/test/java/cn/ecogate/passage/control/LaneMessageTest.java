package cn.ecogate.passage.control;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.passage.Arrivals;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.vocabulary.EmissionStage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LaneMessageTest {

  private static final Reason STAGE =
      new Reason(Reason.Code.STAGE_BELOW_STRATEGY, "橙色预警：国四及以下重型柴油车禁止通行");
  private static final Reason LISTED = new Reason(Reason.Code.EXCEEDING_LISTED, "列入超标车辆名单");

  @Test
  @DisplayName("An admitted truck reads its plate, stage, verdict and the time, and is welcomed")
  void theAdmittedAreWelcomed() {
    LaneMessage message = message(aTruckAt(TEN), new Verdict.Admitted());
    assertThat(message.lines()).containsExactly("云A12345", "国六 准予通行", "橙色预警 10:00:00");
    assertThat(message.spoken()).contains("欢迎入场");
  }

  @Test
  @DisplayName("A refused truck reads every reason, not only the first")
  void theRefusedReadEveryReason() {
    LaneMessage message = message(aTruckAt(TEN), new Verdict.Refused(List.of(LISTED, STAGE)));
    assertThat(message.lines()).containsSubsequence("国六 禁止通行", LISTED.sentence(), STAGE.sentence());
  }

  @Test
  @DisplayName(
      "On a board of four lines there is room for plate, stage, verdict, control state, time and a reason")
  void fourLinesSayAllThatTheStandardAsks() {
    LaneMessage message = message(aTruckAt(TEN), new Verdict.Refused(List.of(LISTED, STAGE)));
    assertThat(message.lines().subList(0, 4))
        .containsExactly("云A12345", "国六 禁止通行", "橙色预警 10:00:00", LISTED.sentence());
  }

  @Test
  @DisplayName("A driver whose plate was not read is asked to wait for the guard")
  void theUnreadWait() {
    LaneMessage message =
        message(
            aTruckAt(TEN).unread(),
            new Verdict.NeedsGuard(List.of(new Reason(Reason.Code.PLATE_UNREAD, "车牌未能识别"))));
    assertThat(message.lines().get(0)).isEqualTo("车牌未识别");
    assertThat(message.spoken()).contains("等待值守人员");
  }

  private static LaneMessage message(Arrivals arrival, Verdict verdict) {
    Passage passage =
        PassageDraft.of(
            arrival.arrival(),
            Optional.empty(),
            new PhotoDigests(Optional.empty(), Optional.empty()),
            new Decision(verdict, List.of()),
            TEN);
    passage.setStage(EmissionStage.CHINA_6);
    return LaneMessage.of(passage, verdict, "橙色预警");
  }
}
