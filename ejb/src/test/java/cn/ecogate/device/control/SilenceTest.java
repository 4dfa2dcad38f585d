package cn.ecogate.device.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.device.entity.DeviceStatus.Link;
import cn.ecogate.site.entity.Device;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("设备失联")
class SilenceTest {

  private static final Instant SINCE = Instant.parse("2026-11-22T02:00:00Z");

  @Test
  @DisplayName("断开满五分钟才告警，差一秒不告")
  void fiveMinutesUnlessSaidOtherwise() {
    assertThat(Silence.isTooLong(status(Link.DOWN, Map.of()), SINCE.plusSeconds(299))).isFalse();
    assertThat(Silence.isTooLong(status(Link.DOWN, Map.of()), SINCE.plusSeconds(300))).isTrue();
    assertThat(Silence.isTooLong(status(Link.CONNECTING, Map.of()), SINCE.plusSeconds(300)))
        .isTrue();
  }

  @Test
  @DisplayName("每台设备可以有自己的分钟数")
  void aDeviceMayHaveItsOwnMinutes() {
    Map<String, String> one = Map.of("silence-minutes", "1");
    assertThat(Silence.isTooLong(status(Link.DOWN, one), SINCE.plusSeconds(60))).isTrue();
    assertThat(Silence.sentence(status(Link.DOWN, one))).isEqualTo("抓拍摄像机失联超过 1 分钟：网线拔了");
  }

  @Test
  @DisplayName("连着的设备再安静也不算失联")
  void aLinkThatStandsIsNotSilent() {
    assertThat(Silence.isTooLong(status(Link.UP, Map.of()), SINCE.plusSeconds(86_400))).isFalse();
  }

  private static DeviceStatus status(Link link, Map<String, String> settings) {
    Device camera =
        new Device(
            "A-01-camera", Device.Kind.CAMERA, "hikvision-stream", "http://h:80", "", "", settings);
    return new DeviceStatus(camera, null, link, SINCE, Optional.empty(), 0, 0, Optional.of("网线拔了"));
  }
}
