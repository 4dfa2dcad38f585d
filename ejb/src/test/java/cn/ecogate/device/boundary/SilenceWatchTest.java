package cn.ecogate.device.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.device.entity.DeviceStatus.Link;
import cn.ecogate.site.entity.Device;
import cn.ecogate.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("失联告警")
class SilenceWatchTest {

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final List<String> said = new ArrayList<>();
  private List<DeviceStatus> site = List.of();

  private final SilenceWatch watch =
      new SilenceWatch(
          new DeviceWatch() {
            @Override
            public List<DeviceStatus> devices() {
              return site;
            }
          },
          new AlarmDesk() {
            @Override
            public void raise(Alarm.Kind kind, String subject, String sentence) {
              said.add("raise " + subject);
            }

            @Override
            public void clear(Alarm.Kind kind, String subject) {
              said.add("clear " + subject);
            }
          },
          clock);

  @Test
  @DisplayName("失联满时限告警一次，恢复后自行解除一次")
  void onceRaisedOnceCleared() {
    become(Link.DOWN);
    watch.runOnce();
    assertThat(said).isEmpty();

    clock.forward(Duration.ofMinutes(5));
    watch.runOnce();
    watch.runOnce();
    assertThat(said).containsExactly("raise A-01-camera");

    become(Link.UP);
    watch.runOnce();
    watch.runOnce();
    assertThat(said).containsExactly("raise A-01-camera", "clear A-01-camera");
  }

  @Test
  @DisplayName("重启前留下的告警，设备已连上就解除")
  void whatStandsFromBeforeTheRestartIsCleared() {
    become(Link.UP);
    watch.runOnce();
    assertThat(said).containsExactly("clear A-01-camera");
  }

  @Test
  @DisplayName("又断开但还没到时限：告警不解除也不重复")
  void connectingAgainIsNotYetBack() {
    become(Link.DOWN);
    clock.forward(Duration.ofMinutes(5));
    watch.runOnce();
    become(Link.CONNECTING);
    watch.runOnce();
    assertThat(said).containsExactly("raise A-01-camera");
  }

  @Test
  @DisplayName("设备拆除后，它的告警也了结")
  void aDeviceThatIsGoneIsNotMissed() {
    become(Link.DOWN);
    clock.forward(Duration.ofMinutes(5));
    watch.runOnce();
    site = List.of();
    watch.runOnce();
    watch.runOnce();
    assertThat(said).containsExactly("raise A-01-camera", "clear A-01-camera");
  }

  private void become(Link link) {
    Instant since = clock.instant();
    Device camera =
        new Device(
            "A-01-camera", Device.Kind.CAMERA, "hikvision-stream", "http://h:80", "", "", Map.of());
    site =
        List.of(
            new DeviceStatus(
                camera, null, link, since, Optional.empty(), 0, 0, Optional.of("网线拔了")));
  }
}
