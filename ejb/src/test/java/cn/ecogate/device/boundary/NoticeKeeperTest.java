package cn.ecogate.device.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.passage.Sites;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.Site;
import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.boundary.StrategyShelf;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.vocabulary.AlertLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("公示牌随策略而变")
class NoticeKeeperTest {

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final ControlStrategy daily =
      new ControlStrategy(
          1, "日常管控", AlertLevel.NONE, Instant.EPOCH, Optional.empty(), "国三及以下禁行。", List.of());
  private final ControlStrategy orange =
      new ControlStrategy(
          2,
          "橙色预警",
          AlertLevel.ORANGE,
          clock.instant().plusSeconds(30),
          Optional.of(clock.instant().plusSeconds(50)),
          "国四及以下禁行。",
          List.of());
  private final List<String> posted = new ArrayList<>();
  private final NoticeKeeper keeper = new NoticeKeeper();

  @BeforeEach
  void aLaneWithANoticeBoard() {
    keeper.siteBook = new SiteBook(site());
    keeper.strategies =
        new Strategies(null, new StrategyShelf(() -> List.of(daily, orange), () -> 0), null, null);
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
          public Acknowledgement post(String laneId, List<String> lines, Tone tone) {
            posted.add(tone + " " + String.join("", lines));
            return new Acknowledgement(Acknowledgement.Outcome.DONE, "", Instant.EPOCH, 1);
          }
        };
    keeper.clock = clock;
  }

  @Test
  @DisplayName("策略一开始，牌上就是预警等级和全部措施；一结束，就恢复日常；其间不重写")
  void theBoardTurnsWithTheStrategy() {
    keeper.work();
    keeper.work();
    assertThat(posted).singleElement().asString().contains("ADMIT", "无预警", "国三及以下禁行。");

    clock.forward(Duration.ofSeconds(30));
    keeper.work();
    keeper.work();
    assertThat(posted).hasSize(2);
    assertThat(posted.get(1)).contains("ATTENTION", "橙色预警", "1 国四及以下禁行。", "2 国三及以下禁行。");

    clock.forward(Duration.ofSeconds(20));
    keeper.work();
    assertThat(posted).hasSize(3);
    assertThat(posted.get(2)).contains("ADMIT", "无预警").doesNotContain("国四");
  }

  private static Site site() {
    Site plain = Sites.oneGate();
    Lane lane = plain.lanes().get(0);
    Device board =
        new Device(
            "A-01-notice",
            Device.Kind.NOTICE_BOARD,
            "notice-board",
            "tcp://127.0.0.1:1",
            "",
            "",
            Map.of());
    Lane withBoard =
        new Lane(
            lane.gateNo(),
            lane.barrierNo(),
            lane.name(),
            lane.direction(),
            lane.camera(),
            lane.barrier(),
            lane.display(),
            lane.weighbridge(),
            lane.scanner(),
            Optional.of(board));
    return new Site(
        plain.enterprise(), List.of(new Gate("A", "东门", "", List.of(withBoard))), List.of());
  }
}
