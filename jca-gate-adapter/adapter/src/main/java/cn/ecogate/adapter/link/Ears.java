package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.adapter.wire.FrameReader;
import cn.ecogate.adapter.wire.StGs;
import cn.ecogate.adapter.wire.ToledoContinuous;
import cn.ecogate.adapter.wire.WeightFrame;
import cn.ecogate.adapter.wire.WeightFrame.Unit;
import cn.ecogate.adapter.wire.YaohuaA9;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** The one table of who listens to a device of which driver. */
final class Ears {

  private static final Map<String, Function<Unit, FrameReader<WeightFrame>>> INDICATORS =
      Map.of(
          "yaohua-a9", YaohuaA9::new,
          "toledo-continuous", ToledoContinuous::new,
          "st-gs", StGs::new);

  private static final Map<String, TagEar.Sort> READERS =
      Map.of("text-scanner", TagEar.Sort.ANY_TEXT, "epc-reader", TagEar.Sort.EPC);

  private Ears() {}

  static Ear of(DeviceSpec spec, Gauge gauge, Outlet outlet, Clock clock) {
    Settings settings = Settings.of(spec);
    if (READERS.containsKey(spec.driver())) {
      Duration away = Duration.ofSeconds(settings.number("repeat-seconds"));
      return new TagEar(spec.id(), READERS.get(spec.driver()), away, gauge, outlet, clock);
    }
    Unit unit = settings.text("unit").equals("t") ? Unit.TONNES : Unit.KILOGRAMS;
    int division = settings.number("division-kg");
    return new ScaleEar(
        spec.id(),
        () -> INDICATORS.get(spec.driver()).apply(unit),
        new Weighing(division, settings.number("empty-below-kg")),
        division,
        gauge,
        outlet,
        clock);
  }
}
