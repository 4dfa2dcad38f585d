package cn.ecogate.strategy.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.AlertLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("手边的策略")
class StrategyShelfTest {

  private final List<ControlStrategy> kept = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private int readings;
  private Runnable duringReading = () -> {};
  private final StrategyShelf shelf = new StrategyShelf(this::read, nanos::get);

  @Test
  @DisplayName("连续询问只读一次")
  void manyQuestionsAreOneReading() {
    kept.add(strategy(1));
    for (int i = 0; i < 100; i++) {
      assertThat(shelf.all()).hasSize(1);
    }
    assertThat(readings).isEqualTo(1);
  }

  @Test
  @DisplayName("别的节点的改动最多晚两秒")
  void anotherNodesChangeIsSeenAfterTwoSeconds() {
    shelf.all();
    kept.add(strategy(1));
    nanos.addAndGet(StrategyShelf.KEPT_FOR.toNanos() - 1);
    assertThat(shelf.all()).isEmpty();
    nanos.incrementAndGet();
    assertThat(shelf.all()).hasSize(1);
  }

  @Test
  @DisplayName("本节点的改动提交后立即可见")
  void anOwnChangeIsSeenAtOnce() {
    shelf.all();
    kept.add(strategy(1));
    shelf.changed(new StrategiesChanged());
    assertThat(shelf.all()).hasSize(1);
  }

  @Test
  @DisplayName("读取途中提交的改动不会被旧结果掩盖")
  void aChangeDuringTheReadingIsNotLost() {
    duringReading =
        () -> {
          duringReading = () -> {};
          kept.add(strategy(1));
          shelf.changed(new StrategiesChanged());
        };
    assertThat(shelf.all()).isEmpty();
    assertThat(shelf.all()).hasSize(1);
  }

  @Test
  @DisplayName("读取失败时不猜，如实失败，下次再读")
  void aFailedReadingIsNotAnsweredFromMemory() {
    shelf.all();
    nanos.addAndGet(StrategyShelf.KEPT_FOR.toNanos());
    duringReading =
        () -> {
          throw new IllegalStateException("no database");
        };
    assertThatThrownBy(shelf::all).hasMessage("no database");
    duringReading = () -> {};
    assertThat(shelf.all()).isEmpty();
  }

  private List<ControlStrategy> read() {
    readings++;
    List<ControlStrategy> asOfNow = List.copyOf(kept);
    duringReading.run();
    return asOfNow;
  }

  private static ControlStrategy strategy(long id) {
    return new ControlStrategy(
        id, "日常管控", AlertLevel.NONE, Instant.EPOCH, Optional.empty(), "措施", List.of());
  }
}
