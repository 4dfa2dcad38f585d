package cn.ecogate.uplink.boundary;

import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.uplink.control.ReceiptText;
import cn.ecogate.uplink.entity.Subscription;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Raises an alarm when the gates have been deciding by lists or strategies that no platform has
 * confirmed for longer than its profile allows, and says when they are fresh again.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
@PermitAll
public class ListWatch {

  @Inject Platforms platforms;
  @Inject Subscriptions subscriptions;
  @Inject AlarmDesk desk;
  @Inject Clock clock;

  /** Whether an alarm was said to stand, by platform; nothing before the first look. */
  private final Map<String, Boolean> said = new HashMap<>();

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  public void runOnce() {
    Instant now = clock.instant();
    for (PlatformLink link : platforms.all()) {
      List<Subscription> old =
          subscriptions.of(link.id()).stream().filter(each -> link.isOld(each, now)).toList();
      if (old.isEmpty() && !Boolean.FALSE.equals(said.put(link.id(), false))) {
        desk.clear(Alarm.Kind.LIST_OLD, link.id());
      } else if (!old.isEmpty() && !Boolean.TRUE.equals(said.put(link.id(), true))) {
        desk.raise(Alarm.Kind.LIST_OLD, link.id(), link.entry().name() + "：" + sentence(old, now));
      }
    }
  }

  private static String sentence(List<Subscription> old, Instant now) {
    return old.stream()
            .map(each -> ReceiptText.old(each.getKind(), each.age(now)))
            .collect(Collectors.joining("；"))
        + "。道闸仍按最后一次取到的内容放行和拦车，请检查线路并向主管部门核实有无新的要求。";
  }
}
