package cn.ecogate.simulator.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.simulator.site.SitePlan.Expectation;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The simulator reads of a site file what it has to play")
class SiteFileTest {

  private static final String SITE =
      """
      gates:
        - no: A
          lanes:
            - barrier-no: "01"
              name: 东门 1 号进厂道
              direction: in
              camera: {driver: hikvision-stream, address: "http://127.0.0.1:18101", user: admin, password: secret, channel: "1"}
              barrier: {driver: modbus-relay, address: "serial:/dev/ttyUSB0?baud=9600", unit: 3}
            - barrier-no: "02"
              direction: out
              camera: {driver: hikvision-stream, address: "http://10.1.2.3"}
      demo-data:
        vehicles:
          - {plate: 云A00001, color: YELLOW, type: H17, use: F, fuel: DIESEL, stage: CHINA_6}
          - {plate: 云A00002, color: YELLOW, type: H17, use: F, fuel: DIESEL, stage: CHINA_3}
          - {plate: 云A00003, color: BLUE, type: H31, use: F, fuel: DIESEL, stage: CHINA_3}
          - {plate: 云A00004, color: YELLOW, type: Z51, use: I, fuel: DIESEL, stage: CHINA_2}
          - {plate: 云A00005, color: YELLOW, type: H11, use: F, fuel: DIESEL, stage: UNKNOWN}
          - {plate: 云A00006, color: YELLOW, type: Q11, use: F, fuel: DIESEL, stage: CHINA_6}
        exceeding:
          - {plate: 云A00006, color: YELLOW, reason: 超标, issued: 2026-11-01}
        strategies:
          - {name: 日常管控, alert: NONE, heavy-only: true, fuels: [DIESEL, NATURAL_GAS], worst: CHINA_3}
      """;

  @Test
  @DisplayName("lanes with their devices, in the order of the file")
  void lanes() {
    SitePlan plan = SiteFile.of(SITE);
    assertThat(plan.lanes()).extracting(SitePlan.LanePlan::id).containsExactly("A-01", "A-02");
    assertThat(plan.lanes()).extracting(SitePlan.LanePlan::in).containsExactly(true, false);
    SitePlan.DevicePlan camera = plan.lanes().get(0).camera().orElseThrow();
    assertThat(camera.id()).isEqualTo("A-01-camera");
    assertThat(camera.onLoopback()).isTrue();
    assertThat(camera.port()).isEqualTo(18_101);
    assertThat(plan.lanes().get(0).barrier().orElseThrow().serial()).isTrue();
    assertThat(plan.lanes().get(0).barrier().orElseThrow().number("unit", 1)).isEqualTo(3);
    assertThat(plan.lanes().get(1).camera().orElseThrow().onLoopback()).isFalse();
    assertThat(plan.lanes().get(1).display()).isEmpty();
  }

  @Test
  @DisplayName("what may be expected of every vehicle")
  void vehicles() {
    Map<String, Expectation> expected =
        SiteFile.of(SITE).vehicles().stream()
            .collect(Collectors.toMap(SitePlan.VehiclePlan::plate, SitePlan.VehiclePlan::expected));
    assertThat(expected)
        .containsEntry("云A00001", Expectation.GOOD)
        .containsEntry("云A00002", Expectation.STAGE_TOO_LOW)
        .containsEntry("云A00003", Expectation.GOOD)
        .containsEntry("云A00004", Expectation.GOOD)
        .containsEntry("云A00005", Expectation.STAGE_UNKNOWN)
        .containsEntry("云A00006", Expectation.LISTED);
  }

  @Test
  @DisplayName("what cannot be played is one sentence")
  void sentences() {
    assertThatThrownBy(() -> SiteFile.of("gates: ["))
        .isInstanceOf(UnusableSite.class)
        .hasMessageStartingWith("The site file is not YAML: ");
    assertThatThrownBy(() -> SiteFile.of("gates: []"))
        .hasMessage("The site file has no gates with lanes.");
    assertThatThrownBy(() -> SiteFile.of("gates: [{no: A, lanes: [{barrier-no: 1, camera: {}}]}]"))
        .hasMessage("A-1-camera has no address.");
    assertThatThrownBy(() -> SiteFile.read(Path.of("no-such-file.yaml")))
        .hasMessage("The site file no-such-file.yaml is not there or cannot be read.");
  }
}
