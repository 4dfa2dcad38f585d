package cn.ecogate.release.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.passage.boundary.PassageDesk;
import cn.ecogate.passage.entity.Entered;
import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.registry.boundary.FilingDesk;
import cn.ecogate.registry.entity.StageEvidence;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.release.entity.LaneFiling;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A guard files the unknown vehicle in front of him: what he need not say, and in which order. */
class LaneFilingTest {

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final List<String> log = new ArrayList<>();
  private Vehicle filed;
  private Instant filedUntil;
  private ManualEntry entered;

  @Test
  @DisplayName("只有号牌、颜色、扫码、排放阶段：其余取常用值，先备案后判定")
  void fourThingsAreEnough() {
    desk().file(filing("云A12345", "http://xxgk.vecc.org.cn/vin/LZZ5ELSB0JN000001", "6"));
    assertThat(log).containsExactly("file", "enter");
    assertThat(filed.getVin()).isEqualTo("LZZ5ELSB0JN000001");
    assertThat(filed.getStage()).isEqualTo(EmissionStage.CHINA_6);
    assertThat(filed.getFuel()).isEqualTo(FuelType.DIESEL);
    assertThat(filed.getVehicleType()).isEqualTo("H11");
    assertThat(filed.getUse()).isEqualTo("F");
    assertThat(filed.getEvidence()).isEqualTo(StageEvidence.LIST_SCANNED);
    assertThat(filedUntil).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
    assertThat(entered.plate()).isEqualTo("云A12345");
    assertThat(entered.laneId()).isEqualTo("A-01");
    assertThat(entered.key()).isEqualTo("k-1");
  }

  @Test
  @DisplayName("没有清单也能备案：按纸质材料；电动车的燃料不用选")
  void withoutAList() {
    desk().file(filing("云AD12345", "", "D"));
    assertThat(filed.getEvidence()).isEqualTo(StageEvidence.PAPERS);
    assertThat(filed.getFuel()).isEqualTo(FuelType.ELECTRIC);
  }

  @Test
  @DisplayName("缺号牌、缺排放阶段、扫错码：指出是哪一项，既不备案也不判定")
  void whatIsMissingIsSaid() {
    rejected("plate-missing", filing("", "", "6"));
    rejected("stage-missing", filing("云A12345", "", "X"));
    rejected("stage-missing", filing("云A12345", "", null));
    rejected("scan-unknown", filing("云A12345", "http://example.com/a", "6"));
    assertThat(log).isEmpty();
  }

  private void rejected(String code, LaneFiling typed) {
    assertThatThrownBy(() -> desk().file(typed))
        .isInstanceOfSatisfying(Rejected.class, why -> assertThat(why.code()).isEqualTo(code));
  }

  private static LaneFiling filing(String plate, String scan, String stage) {
    return new LaneFiling(
        "k-1",
        "A-01",
        null,
        plate,
        PlateColor.YELLOW,
        scan,
        stage == null ? null : EmissionStage.ofCode(stage),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private LaneFilingDesk desk() {
    LaneFilingDesk desk = new LaneFilingDesk();
    desk.clock = clock;
    desk.session = SignedIn.as("guard");
    desk.usually = Duration.ofHours(24);
    desk.filings =
        new FilingDesk() {
          @Override
          public Vehicle fileTemporarily(Vehicle typed, Instant until, String who) {
            log.add("file");
            filed = typed;
            filedUntil = until;
            return typed;
          }
        };
    desk.passages =
        new PassageDesk() {
          @Override
          public Entered enter(ManualEntry entry, String user) {
            log.add("enter");
            entered = entry;
            return new Entered(null, false);
          }
        };
    return desk;
  }
}
