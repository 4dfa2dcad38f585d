package cn.ecogate.strategy.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.vocabulary.AlertLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("策略自行开始、自行结束，有人说一声")
class StrategyTurnsTest {

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final HeardEvents<StrategiesTurned> heard = new HeardEvents<>();
  private final ControlStrategy orange =
      new ControlStrategy(
          1,
          "橙色预警",
          AlertLevel.ORANGE,
          clock.instant().plusSeconds(60),
          Optional.of(clock.instant().plusSeconds(120)),
          "措施",
          List.of());
  private List<ControlStrategy> kept = List.of(orange);
  private final StrategyTurns turns =
      new StrategyTurns(new StrategyShelf(() -> kept, this::nanos), clock, heard);

  @Test
  @DisplayName("开始一次，结束一次，其间不重复；启动时不算变化")
  void itIsSaidOnceWhenOneBeginsAndOnceWhenItEnds() {
    turns.look();
    turns.look();
    assertThat(heard.heard()).isEmpty();

    clock.forward(Duration.ofSeconds(60));
    turns.look();
    turns.look();
    assertThat(heard.heard()).containsExactly(new StrategiesTurned(List.of(orange)));

    clock.forward(Duration.ofSeconds(60));
    turns.look();
    turns.look();
    assertThat(heard.heard()).hasSize(2).endsWith(new StrategiesTurned(List.of()));
  }

  @Test
  @DisplayName("数据库一时读不到，不当作策略都结束了")
  void whatCannotBeReadHasNotEnded() {
    clock.forward(Duration.ofSeconds(60));
    turns.look();
    List<ControlStrategy> before = kept;
    kept = null;
    clock.forward(Duration.ofSeconds(10));
    turns.look();
    kept = before;
    clock.forward(Duration.ofSeconds(10));
    turns.look();
    assertThat(heard.heard()).isEmpty();
  }

  private long nanos() {
    return clock.instant().getEpochSecond() * 1_000_000_000L;
  }
}
