package cn.ecogate.device.boundary;

import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.site.entity.Device;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Every device at {@code /metrics}: up or not, frames, errors, how long it has been silent. */
@ApplicationScoped
public class DeviceMeter {

  private static final Map<String, ToDoubleFunction<Reading>> READINGS =
      Map.of(
          "ecogate_device_up", r -> r.status.link() == DeviceStatus.Link.UP ? 1 : 0,
          "ecogate_device_frames", r -> r.status.frames(),
          "ecogate_device_errors", r -> r.status.errors(),
          "ecogate_device_silence_seconds",
              r ->
                  Duration.between(r.status.lastHeard().orElse(r.status.since()), r.now).toMillis()
                      / 1_000.0);

  private static final Map<String, String> WORDS =
      Map.of(
          "ecogate_device_up", "1 if the link to the device stands",
          "ecogate_device_frames", "Frames understood since the device was linked",
          "ecogate_device_errors", "Frames not understood and failed calls since then",
          "ecogate_device_silence_seconds", "Seconds since the device was last understood");

  @Inject MetricRegistry metrics;
  @Inject DeviceWatch watch;
  @Inject Clock clock;

  private final Set<MetricID> shown = new HashSet<>();

  private record Reading(DeviceStatus status, Instant now) {}

  /** From now on these devices are shown and no others. */
  synchronized void follow(Collection<Device> devices) {
    Map<MetricID, Runnable> wanted = new HashMap<>();
    for (Device device : devices) {
      Tag[] tags = {new Tag("device", device.id()), new Tag("driver", device.driver())};
      READINGS.forEach(
          (name, reading) ->
              wanted.put(
                  new MetricID(name, tags),
                  () ->
                      metrics.gauge(
                          Metadata.builder()
                              .withName(name)
                              .withDescription(WORDS.get(name))
                              .build(),
                          () -> read(device.id(), reading),
                          tags)));
    }
    shown.stream().filter(id -> !wanted.containsKey(id)).toList().forEach(this::drop);
    wanted.forEach(
        (id, register) -> {
          if (shown.add(id)) {
            register.run();
          }
        });
  }

  private void drop(MetricID id) {
    metrics.remove(id);
    shown.remove(id);
  }

  private double read(String deviceId, ToDoubleFunction<Reading> reading) {
    return watch
        .device(deviceId)
        .map(status -> reading.applyAsDouble(new Reading(status, clock.instant())))
        .orElse(Double.NaN);
  }
}
