package cn.ecogate.registry.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.registry.entity.Fleet;
import cn.ecogate.vocabulary.EmissionStage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("车队的排放阶段占比")
class FleetSharesTest {

  @Test
  @DisplayName("按车队合计，车多的在前；国五及以上和电动计入清洁占比")
  void fleetsAreSummedAndTheLargestIsFirst() {
    List<Fleet> fleets =
        FleetShares.of(
            List.of(
                new FleetShares.Part("金马", EmissionStage.CHINA_4, 1),
                new FleetShares.Part("顺达", EmissionStage.CHINA_4, 1),
                new FleetShares.Part("顺达", EmissionStage.CHINA_6, 2),
                new FleetShares.Part("顺达", EmissionStage.ELECTRIC, 1)));

    assertThat(fleets).extracting(Fleet::name).containsExactly("顺达", "金马");
    assertThat(fleets.get(0).vehicles()).isEqualTo(4);
    assertThat(fleets.get(0).share(EmissionStage.CHINA_6)).isEqualTo(0.5);
    assertThat(fleets.get(0).cleanShare()).isEqualTo(0.75);
    assertThat(fleets.get(1).cleanShare()).isZero();
  }
}
