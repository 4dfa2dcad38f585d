package cn.ecogate.uplink.boundary;

import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.strategy.boundary.StrategyShelf;
import cn.ecogate.strategy.entity.ControlStrategy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Raises an alarm for a platform's strategy whose measure is in words: until an officer has made
 * rules of them no barrier stays down because of it. It is over when he has, or when the strategy
 * is.
 */
@Singleton
@PermitAll
public class OrdersInWords {

  @Inject StrategyShelf strategies;
  @Inject AlarmDesk desk;
  @Inject Clock clock;

  /** What was said last about each strategy: true = an alarm stands. */
  private final Map<Long, Boolean> said = new HashMap<>();

  /** For the container. */
  public OrdersInWords() {}

  /** For tests: what the container would inject. */
  public OrdersInWords(StrategyShelf strategies, AlarmDesk desk, Clock clock) {
    this.strategies = strategies;
    this.desk = desk;
    this.clock = clock;
  }

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void runOnce() {
    Instant now = clock.instant();
    strategies.all().stream()
        .filter(strategy -> strategy.origin().isPresent())
        .forEach(
            strategy -> {
              boolean waits = strategy.needsPerson() && !over(strategy, now);
              if (!Boolean.valueOf(waits).equals(said.get(strategy.id()))) {
                say(strategy, waits);
                said.put(strategy.id(), waits);
              }
            });
  }

  private void say(ControlStrategy strategy, boolean waits) {
    String subject = String.valueOf(strategy.id());
    if (waits) {
      desk.raise(
          Alarm.Kind.ORDER_IN_WORDS,
          subject,
          "监管平台下发的管控策略“" + strategy.name() + "”用文字写明措施，须由环保专员编写规则，道闸才会执行：" + strategy.measure());
    } else {
      // Also what stands from before the last restart.
      desk.clear(Alarm.Kind.ORDER_IN_WORDS, subject);
    }
  }

  private static boolean over(ControlStrategy strategy, Instant now) {
    return strategy.until().filter(end -> !end.isAfter(now)).isPresent();
  }
}
