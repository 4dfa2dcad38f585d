package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceListener;
import cn.ecogate.adapter.api.PlateListener;
import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.api.TagSeen;
import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.adapter.api.WeightSeen;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** One event on its way to every subscription of its listener type; knows who has had it. */
final class Letter {

  /** Which method of which listener takes it. */
  enum Kind {
    PLATE(
        PlateListener.class,
        "plateSeen",
        PlateSeen.class,
        (listener, event) -> ((PlateListener) listener).plateSeen((PlateSeen) event)),
    HISTORY(
        PlateListener.class,
        "historySeen",
        List.class,
        (listener, event) -> ((PlateListener) listener).historySeen(plates(event))),
    HEALTH(
        DeviceListener.class,
        "healthChanged",
        DeviceHealth.class,
        (listener, event) -> ((DeviceListener) listener).healthChanged((DeviceHealth) event)),
    BARRIER(
        DeviceListener.class,
        "barrierMoved",
        BarrierReport.class,
        (listener, event) -> ((DeviceListener) listener).barrierMoved((BarrierReport) event)),
    SCALE(
        DeviceListener.class,
        "scaleMoved",
        WeightReport.class,
        (listener, event) -> ((DeviceListener) listener).scaleMoved((WeightReport) event)),
    WEIGHT(
        DeviceListener.class,
        "weightSeen",
        WeightSeen.class,
        (listener, event) -> ((DeviceListener) listener).weightSeen((WeightSeen) event)),
    TAG(
        DeviceListener.class,
        "tagSeen",
        TagSeen.class,
        (listener, event) -> ((DeviceListener) listener).tagSeen((TagSeen) event));

    private final Class<?> listener;
    private final Method method;
    private final BiConsumer<Object, Object> call;

    Kind(Class<?> listener, String method, Class<?> event, BiConsumer<Object, Object> call) {
      this.listener = listener;
      this.call = call;
      try {
        this.method = listener.getMethod(method, event);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("the listener interface has lost its method", e);
      }
    }

    Class<?> listener() {
      return listener;
    }
  }

  private final Kind kind;
  private final Object event;
  private final Runnable settled;
  private final Set<Subscription> had = new HashSet<>();

  Letter(Kind kind, Object event) {
    this(kind, event, () -> {});
  }

  /**
   * @param settled run when everybody has had it
   */
  Letter(Kind kind, Object event, Runnable settled) {
    this.kind = kind;
    this.event = event;
    this.settled = settled;
  }

  void settled() {
    settled.run();
  }

  Kind kind() {
    return kind;
  }

  Method method() {
    return kind.method;
  }

  void handTo(Object listener) {
    kind.call.accept(listener, event);
  }

  boolean hadBy(Subscription subscription) {
    return had.contains(subscription);
  }

  void wasHadBy(Subscription subscription) {
    had.add(subscription);
  }

  private static List<PlateSeen> plates(Object event) {
    return ((List<?>) event).stream().map(PlateSeen.class::cast).toList();
  }

  @Override
  public String toString() {
    if (kind == Kind.HISTORY) {
      List<PlateSeen> late = plates(event);
      return "历史记录 " + late.get(0).eventId() + " 等 " + late.size() + " 条";
    }
    if (event instanceof PlateSeen) {
      PlateSeen seen = (PlateSeen) event;
      return "抓拍 " + seen.eventId() + "（" + seen.deviceId() + "）";
    }
    return event.toString();
  }
}
