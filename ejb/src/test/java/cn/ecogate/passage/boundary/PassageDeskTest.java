package cn.ecogate.passage.boundary;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.LockMode;
import cn.ecogate.passage.Arrivals;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageAct;
import cn.ecogate.vocabulary.PlateColor;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the desk does in which order, and what it does not do. */
class PassageDeskTest {

  private final PlayedGate gate = new PlayedGate();

  @Test
  @DisplayName("The barrier is told only after the record was taken")
  void recordedBeforeOpened() {
    gate.desk.arrive(aTruckAt(TEN).withPhoto(new byte[] {1}).arrival());
    assertThat(gate.log)
        .containsSubsequence("keep", "record A-01-camera/e-1", "open A-01", "show A-01", "say A-01")
        .contains("note BARRIER DONE, DISPLAY DONE, VOICE DONE");
  }

  @Test
  @DisplayName("A refused truck sees why, and nothing opens")
  void theRefusedSeeWhy() {
    gate.verdict = refused();
    gate.desk.arrive(aTruckAt(TEN).arrival());
    assertThat(gate.log).contains("show A-01", "note DISPLAY DONE, VOICE DONE");
    assertThat(gate.log).doesNotContain("open A-01");
    assertThat(gate.shown).contains("列入超标车辆名单");
  }

  @Test
  @DisplayName("An alarm is raised last: after the record, and after the driver has been told")
  void alarmsComeLast() {
    gate.verdict = refused();
    gate.desk.arrive(aTruckAt(TEN).arrival());
    assertThat(gate.log)
        .containsSubsequence(
            "record A-01-camera/e-1",
            "show A-01",
            "note DISPLAY DONE, VOICE DONE",
            "alarms EXCEEDING_LISTED");
  }

  @Test
  @DisplayName("A truck about which there is nothing to say is not alarmed about")
  void nothingToSayNoAlarm() {
    gate.desk.arrive(aTruckAt(TEN).arrival());
    assertThat(gate.log).noneMatch(line -> line.startsWith("alarms"));
  }

  @Test
  @DisplayName(
      "If the database does not take the record, the barrier stays down and the display says so")
  void noRecordNoOpening() {
    gate.databaseDown = true;
    assertThatThrownBy(() -> gate.desk.arrive(aTruckAt(TEN).arrival()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(gate.log).doesNotContain("open A-01");
    assertThat(gate.shown).contains("系统暂不能记录");
  }

  @Test
  @DisplayName(
      "While the database hangs the display says so; the record then still opens the barrier")
  void aHangingDatabaseIsTold() {
    gate.databaseHangs = true;
    gate.desk.arrive(aTruckAt(TEN).arrival());
    assertThat(gate.shown).contains("系统暂不能记录").last().isNotEqualTo("系统暂不能记录");
    assertThat(gate.log).containsSubsequence("show A-01", "record A-01-camera/e-1", "open A-01");
  }

  @Test
  @DisplayName("Once the record is there, nobody is told that it is not")
  void aRecordEndsThePatience() {
    gate.desk.arrive(aTruckAt(TEN).arrival());
    gate.patienceEnds();
    assertThat(gate.shown).doesNotContain("系统暂不能记录");
  }

  @Test
  @DisplayName("A camera's every-second repeat opens nothing and writes nothing")
  void aRepeatChangesNothing() {
    gate.desk.arrive(aTruckAt(TEN).arrival());
    gate.log.clear();
    gate.desk.arrive(aTruckAt(TEN).arrival());
    assertThat(gate.log).isEmpty();
  }

  @Test
  @DisplayName("After a restart a repeat is still known and costs nothing")
  void aRepeatAfterARestartChangesNothing() {
    gate.desk.arrive(aTruckAt(TEN).arrival());
    gate.restart();
    gate.desk.arrive(aTruckAt(TEN).arrival());
    assertThat(gate.log).isEmpty();
  }

  @Test
  @DisplayName("A repeat that only the database's unique key refuses opens nothing either")
  void aRepeatRefusedByTheDatabaseChangesNothing() {
    gate.desk.arrive(aTruckAt(TEN).arrival());
    gate.restart();
    gate.forgetful = true;
    gate.desk.arrive(aTruckAt(TEN).arrival());
    assertThat(gate.log).doesNotContain("open A-01", "show A-01", "record A-01-camera/e-1");
  }

  @Test
  @DisplayName("History is recorded and moves nothing")
  void historyMovesNothing() {
    gate.desk.catchUp(List.of(aTruckAt(TEN).late().arrival()));
    assertThat(gate.log).contains("record A-01-camera/e-1");
    assertThat(gate.log).doesNotContain("open A-01", "show A-01", "say A-01");
  }

  @Test
  @DisplayName("History that was told before under another number is no second passage")
  void historyUnderAnotherNumberChangesNothing() {
    gate.desk.arrive(aTruckAt(TEN).arrival());
    gate.log.clear();
    gate.desk.catchUp(List.of(aTruckAt(TEN).event("202611211000000000").late().arrival()));
    gate.desk.catchUp(List.of(aTruckAt(TEN).event("202611211000000000").late().arrival()));
    assertThat(gate.log).isEmpty();
  }

  @Test
  @DisplayName("History is recorded together, in its order, each event once")
  void historyIsRecordedTogether() {
    gate.desk.catchUp(
        List.of(history("h-1", 0), history("h-2", 5), history("h-1", 0), history("h-3", 9)));
    assertThat(gate.log)
        .containsSubsequence(
            "together 3",
            "record A-01-camera/h-1",
            "record A-01-camera/h-2",
            "record A-01-camera/h-3");
    gate.log.clear();
    gate.desk.catchUp(List.of(history("h-2", 5), history("h-3", 9)));
    assertThat(gate.log).isEmpty();
  }

  @Test
  @DisplayName(
      "One event that the database knows already does not keep the others of its batch out")
  void oneKnownEventKeepsNoOtherOut() {
    gate.desk.catchUp(List.of(history("h-1", 0)));
    gate.restart();
    gate.forgetful = true;
    gate.timeless = true;
    gate.desk.catchUp(List.of(history("h-1", 0), history("h-2", 5)));
    assertThat(gate.log)
        .contains("record A-01-camera/h-2")
        .doesNotContain("record A-01-camera/h-1", "open A-01");
  }

  @Test
  @DisplayName("History that the database does not take comes again, all of it")
  void historyThatIsNotTakenComesAgain() {
    gate.databaseDown = true;
    assertThatThrownBy(() -> gate.desk.catchUp(List.of(history("h-1", 0), history("h-2", 5))))
        .isInstanceOf(IllegalStateException.class);
    gate.databaseDown = false;
    gate.desk.catchUp(List.of(history("h-1", 0), history("h-2", 5)));
    assertThat(gate.log).contains("record A-01-camera/h-1", "record A-01-camera/h-2");
  }

  private static Arrival history(String event, int second) {
    return aTruckAt(TEN.minusSeconds(60 - second)).event(event).late().arrival();
  }

  @Test
  @DisplayName("A live vehicle is dealt with even if a camera's memory has told of it before")
  void aLiveVehicleIsNeverHeldBack() {
    gate.desk.catchUp(List.of(aTruckAt(TEN).event("202611211000000000").late().arrival()));
    gate.desk.arrive(aTruckAt(TEN).arrival());
    assertThat(gate.log).contains("open A-01");
  }

  @Test
  @DisplayName("A record that came too late for its truck opens nothing for the next, and says so")
  void tooLateToOpen() {
    gate.desk.arrive(aTruckAt(TEN.minusSeconds(60)).arrival());
    assertThat(gate.log).doesNotContain("open A-01").contains("note BARRIER SKIPPED");
    assertThat(gate.noted.get(0).getWords()).contains("未抬杆");
  }

  @Test
  @DisplayName("A photo that cannot be kept does not stop the truck: its record does not name it")
  void aFullDiskStopsNobody() {
    gate.photoFault = new UncheckedIOException(new java.io.IOException("磁盘已满"));
    gate.desk.arrive(aTruckAt(TEN).withPhoto(new byte[] {1}).arrival());
    assertThat(gate.log).containsSubsequence("photos not there", "open A-01");
    assertThat(gate.kept.values()).singleElement().returns(null, Passage::getScenePhoto);
  }

  @Test
  @DisplayName("A barrier that does not answer is noted, and the driver told to wait")
  void aDeadBarrierIsNoted() {
    gate.barrierAnswer = Acknowledgement.Outcome.FAILED;
    gate.desk.arrive(aTruckAt(TEN).arrival());
    assertThat(gate.noted)
        .extracting(PassageAct::getOutcome)
        .first()
        .isEqualTo(Acknowledgement.Outcome.FAILED);
    assertThat(gate.shown).anyMatch(line -> line.contains("道闸故障"));
  }

  @Test
  @DisplayName(
      "Somebody keeps the barrier locked down: no open command goes out, and the driver is told")
  void aLockedBarrierGetsNoCommand() {
    gate.locks = List.of(new BarrierLock("A-01", LockMode.CLOSED, TEN, "guard", "危化品泄漏"));
    gate.desk.arrive(aTruckAt(TEN).arrival());
    assertThat(gate.log)
        .doesNotContain("open A-01")
        .contains("note BARRIER SKIPPED, DISPLAY DONE, VOICE DONE");
    assertThat(gate.noted.get(0).getWords()).contains("guard 锁定常闭（危化品泄漏）");
    assertThat(gate.shown).anyMatch(line -> line.contains("道闸锁闭"));
  }

  @Test
  @DisplayName("Locked up it needs no command, and the driver is welcomed")
  void aBarrierHeldUpNeedsNoCommand() {
    gate.locks = List.of(new BarrierLock("A-01", LockMode.OPEN, TEN, "guard", "消防疏散"));
    gate.desk.arrive(aTruckAt(TEN).arrival());
    assertThat(gate.log).doesNotContain("open A-01", "watch A-01");
    assertThat(gate.shown).anyMatch(line -> line.contains("准予通行"));
  }

  @Test
  @DisplayName("A confirmed opening is watched; one that failed is not")
  void aConfirmedOpeningIsWatched() {
    gate.desk.arrive(aTruckAt(TEN).arrival());
    assertThat(gate.log).contains("watch A-01");
    gate.barrierAnswer = Acknowledgement.Outcome.FAILED;
    gate.log.clear();
    gate.desk.arrive(aTruckAt(TEN).event("e-2").arrival());
    assertThat(gate.log).doesNotContain("watch A-01");
  }

  @Test
  @DisplayName("A guard's entry goes through the same desk; the same key again is the same passage")
  void aGuardsEntryIsIdempotent() {
    var entry = new ManualEntry("k-1", "A-01", "云A12345", PlateColor.YELLOW, null, null, null);
    assertThat(gate.desk.enter(entry, "guard").repeated()).isFalse();
    assertThat(gate.log).contains("record guard:guard/k-1", "open A-01");
    gate.log.clear();
    assertThat(gate.desk.enter(entry, "guard").repeated()).isTrue();
    assertThat(gate.log).isEmpty();
  }

  @Test
  @DisplayName("An exit lane's barrier opens for its own lane")
  void exitsOpenTheirOwnLane() {
    gate.desk.arrive(Arrivals.aTruckAt(TEN).goingOut().arrival());
    assertThat(gate.log).contains("open A-02").doesNotContain("open A-01");
  }

  @Test
  @DisplayName("录入时车道又来了一辆车：照记，不抬杆，写明为什么")
  void anEntryDoesNotLetInTheNextTruck() {
    gate.behindIt = aTruckAt(TEN).plate("云A22222").event("behind").arrival();
    ManualEntry entry =
        new ManualEntry("k", "A-01", "云A12345", PlateColor.YELLOW, null, null, null);
    gate.desk.enter(entry, "guard");
    assertThat(gate.log).doesNotContain("open A-01");
    assertThat(gate.noted).anySatisfy(act -> assertThat(act.getWords()).contains("又来了一辆车"));
  }

  private static Verdict refused() {
    return new Verdict.Refused(List.of(new Reason(Reason.Code.EXCEEDING_LISTED, "列入超标车辆名单")));
  }
}
