package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.strategy.boundary.StrategyShelf;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.strategy.entity.Origin;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.ResponseLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("平台用文字下达的措施，要有人编写规则")
class OrdersInWordsTest {

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final List<String> said = new ArrayList<>();
  private List<ControlStrategy> kept = List.of();
  private final OrdersInWords watch =
      new OrdersInWords(
          new StrategyShelf(() -> kept, System::nanoTime) {
            @Override
            public List<ControlStrategy> all() {
              return kept;
            }
          },
          new AlarmDesk() {
            @Override
            public void raise(Alarm.Kind kind, String subject, String sentence) {
              said.add("raise " + subject + " " + sentence);
            }

            @Override
            public void clear(Alarm.Kind kind, String subject) {
              said.add("clear " + subject);
            }
          },
          clock);

  @Test
  @DisplayName("告警一次，写明平台的话；规则编好就自行解除")
  void onceRaisedAndClearedWhenRulesAreMade() {
    kept = List.of(ordered(List.of()));
    watch.runOnce();
    watch.runOnce();
    assertThat(said).singleElement().asString().startsWith("raise 5 ").endsWith("：重点企业错峰运输");

    kept = List.of(ordered(KnownMeasure.CHINA_4_HEAVY.restrictions()));
    watch.runOnce();
    watch.runOnce();
    assertThat(said).hasSize(2).endsWith("clear 5");
  }

  @Test
  @DisplayName("策略到期，告警自行解除")
  void clearedWhenTheOrderIsOver() {
    kept = List.of(ordered(List.of()));
    watch.runOnce();
    clock.forward(Duration.ofHours(1));
    watch.runOnce();
    assertThat(said).hasSize(2).endsWith("clear 5");
  }

  @Test
  @DisplayName("重启前留下的告警，规则已编好就解除")
  void whatStandsFromBeforeTheRestartIsCleared() {
    kept = List.of(ordered(KnownMeasure.CHINA_4_HEAVY.restrictions()));
    watch.runOnce();
    assertThat(said).containsExactly("clear 5");
  }

  private ControlStrategy ordered(List<Restriction> rules) {
    return new ControlStrategy(
        5,
        1,
        "平台橙色预警 9",
        AlertLevel.ORANGE,
        ResponseLevel.SECOND,
        SettableClock.atSomeMorning().instant(),
        Optional.of(SettableClock.atSomeMorning().instant().plus(Duration.ofHours(1))),
        Optional.empty(),
        "重点企业错峰运输",
        rules,
        Spared.NOBODY,
        Optional.of(new Origin("city", "9")));
  }
}
