package cn.ecogate.site.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.catalogue.Catalogue;
import cn.ecogate.adapter.api.catalogue.DriverCard;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.Site;
import cn.ecogate.vocabulary.Vin;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("随产品提供的第二个演示站点：每种设备各一台")
class EveryDeviceSiteTest {

  private final Site site =
      SiteFile.read(Path.of("../docs/interfaces/every-device-site.yaml"), Path.of("data"));

  @Test
  @DisplayName("目录里的每种驱动都有一台")
  void everyDriverIsThere() {
    assertThat(site.demo()).isTrue();
    assertThat(site.lanes().stream().flatMap(lane -> lane.devices().stream()))
        .extracting(Device::driver)
        .containsAll(Catalogue.cards().stream().map(DriverCard::name).toList());
    assertThat(SiteFile.oddities(site)).isEmpty();
  }

  @Test
  @DisplayName("车道有进有出，演示车辆的车辆识别代号校验位正确")
  void trucksComeAndGo() {
    assertThat(site.lanes().stream().map(Lane::direction).distinct()).hasSize(2);
    assertThat(site.demoData().vehicles())
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(vehicle -> assertThat(new Vin(vehicle.vin()).checkDigitFits()).isTrue());
  }
}
