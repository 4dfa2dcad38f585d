package cn.ecogate.uplink.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.ledger.entity.RecordText;
import cn.ecogate.uplink.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("完整率：必填项齐而且有效")
class CompletenessTest {

  private final RecordText admitted =
      RecordText.of(Vectors.text("refused-truck.txt"))
          .with("outcome", "ADMITTED")
          .with("sighting", "READ")
          .with("plate", "云A12345")
          .with("color", "1")
          .with("vin", "1M8GDM9AXKP042788")
          .with("vehicle-type", "H11")
          .with("use", "F")
          .with("brand-model", "解放 J6")
          .with("fuel", "B")
          .with("stage", "5")
          .with("scene-photo", "0".repeat(64))
          .with("plate-photo", "1".repeat(64));

  @Test
  @DisplayName("放行的车缺一项就不完整，写坏的一项也算缺")
  void anItemThatIsGoneOrInvalidIsMissing() {
    assertThat(Completeness.missing(admitted)).isEmpty();
    assertThat(Completeness.missing(admitted.with("stage", ""))).containsExactly("stage");
    assertThat(Completeness.missing(admitted.with("vin", "123"))).containsExactly("vin");
    assertThat(Completeness.missing(admitted.with("plate", "云A1"))).containsExactly("plate");
    assertThat(Completeness.missing(admitted.with("plate-photo", "")))
        .containsExactly("plate-photo");
  }

  @Test
  @DisplayName("没让进的车不要求车辆信息，无牌的不要求号牌")
  void onlyWhatCanBeKnownIsRequired() {
    assertThat(Completeness.missing(admitted.with("outcome", "REFUSED").with("vin", ""))).isEmpty();
    RecordText noPlate = admitted.with("sighting", "NO_PLATE").with("plate", "").with("color", "");
    assertThat(Completeness.missing(noPlate)).isEmpty();
    assertThat(Completeness.missing(noPlate.with("sighting", "UNREAD")))
        .containsExactly("plate", "color");
  }
}
