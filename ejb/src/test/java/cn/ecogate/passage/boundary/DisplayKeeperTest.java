package cn.ecogate.passage.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.boundary.GateControl;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.ClosedLane;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.boundary.StrategyShelf;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.vocabulary.AlertLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("显示屏的待机画面随策略而变")
class DisplayKeeperTest {

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final ControlStrategy orange =
      new ControlStrategy(
          1,
          "橙色预警",
          AlertLevel.ORANGE,
          clock.instant().plusSeconds(30),
          Optional.of(clock.instant().plusSeconds(50)),
          "国四及以下重型柴油、天然气货车禁行。",
          List.of());
  private final List<List<String>> shown = new ArrayList<>();
  private final DisplayKeeper keeper = new DisplayKeeper();

  @BeforeEach
  void aLaneWithADisplay() {
    keeper.siteBook = new SiteBook(Sites.oneGate());
    keeper.strategies =
        new Strategies(null, new StrategyShelf(() -> List.of(orange), () -> 0), null, null);
    keeper.locks =
        new LockShelf() {
          @Override
          public Optional<BarrierLock> of(String laneId) {
            return Optional.empty();
          }
        };
    keeper.closures =
        new ClosureShelf() {
          @Override
          public Optional<ClosedLane> of(String laneId) {
            return Optional.empty();
          }
        };
    keeper.watch =
        new DeviceWatch() {
          @Override
          public List<DeviceStatus> devices() {
            return List.of();
          }
        };
    keeper.gate =
        new GateControl() {
          @Override
          public Acknowledgement showIdle(String laneId, List<String> lines, Tone tone) {
            if (laneId.equals("A-01")) {
              shown.add(lines);
            }
            return new Acknowledgement(Acknowledgement.Outcome.DONE, "", Instant.EPOCH, 1);
          }
        };
    keeper.clock = clock;
  }

  @Test
  @DisplayName("策略一开始，画面就是预警和措施；一结束，就恢复；其间不重写")
  void theWaitingPictureTurnsWithTheStrategy() {
    keeper.work();
    keeper.work();
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0)).contains("无管控");

    clock.forward(Duration.ofSeconds(29).plusMillis(999));
    keeper.work();
    assertThat(shown).hasSize(1);

    clock.forward(Duration.ofMillis(1));
    keeper.work();
    keeper.work();
    assertThat(shown).hasSize(2);
    assertThat(shown.get(1)).contains("橙色预警", "国四及以下重型柴油、天然气货车禁行。");

    clock.forward(Duration.ofSeconds(20));
    keeper.work();
    assertThat(shown).hasSize(3);
    assertThat(shown.get(2)).contains("无管控").doesNotContain("橙色预警");
  }
}
