package cn.ecogate.site.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.site.entity.DemoVehicle;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.Site;
import cn.ecogate.vocabulary.Vin;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("随产品提供的演示站点文件")
class DemoSiteTest {

  private final Site site =
      SiteFile.read(Path.of("../docs/interfaces/demo-site.yaml"), Path.of("data"));

  @Test
  @DisplayName("两个出入口、四条车道，每条车道设备齐全")
  void hasTwoGatesAndFourWholeLanes() {
    assertThat(site.demo()).isTrue();
    assertThat(site.lanes()).extracting(Lane::id).containsExactly("A-01", "A-02", "B-01", "B-02");
    assertThat(site.lanes())
        .allSatisfy(
            lane ->
                assertThat(lane.devices())
                    .extracting(Device::kind)
                    .containsExactly(Device.Kind.CAMERA, Device.Kind.BARRIER, Device.Kind.DISPLAY));
    assertThat(SiteFile.oddities(site)).isEmpty();
  }

  @Test
  @DisplayName("演示车辆的车辆识别代号校验位全部正确，且互不相同")
  void everyVinIsGenuineInForm() {
    assertThat(site.demoData().vehicles())
        .hasSizeGreaterThanOrEqualTo(20)
        .allSatisfy(vehicle -> assertThat(new Vin(vehicle.vin()).checkDigitFits()).isTrue());
    assertThat(site.demoData().vehicles()).extracting(DemoVehicle::vin).doesNotHaveDuplicates();
    assertThat(site.demoData().vehicles()).extracting(DemoVehicle::plate).doesNotHaveDuplicates();
  }
}
