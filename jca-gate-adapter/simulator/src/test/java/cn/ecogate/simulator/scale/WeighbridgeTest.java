package cn.ecogate.simulator.scale;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.scale.Weighbridge.Weight;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A truck on the weighbridge, in the bytes of three indicators")
class WeighbridgeTest {

  @Test
  @DisplayName("the frames are those of the documents")
  void documentedFrames() {
    assertThat(hex(Indicator.YAOHUA_A9, new Weight(3290, false, false)))
        .isEqualTo("02 2B 30 30 33 32 39 30 30 31 33 03");
    assertThat(hex(Indicator.TOLEDO, new Weight(12340, false, false)))
        .isEqualTo("02 2A 30 20 30 31 32 33 34 30 30 30 30 30 30 30 0D 2D");
    assertThat(
            new String(
                Indicator.ST_GS.frame(new Weight(12450, false, false)), StandardCharsets.US_ASCII))
        .isEqualTo("ST,GS,+0012450kg\r\n");
    assertThat(
            new String(
                Indicator.ST_GS.frame(new Weight(12450, true, false)), StandardCharsets.US_ASCII))
        .startsWith("US,GS,");
  }

  @Test
  @DisplayName("it drives on, wobbles, settles and drives off")
  void drivesOnAndOff() {
    Weighbridge bridge = new Weighbridge(new Random(1));
    assertThat(bridge.weight(0)).isEqualTo(new Weight(0, false, false));
    bridge.driveOn(31_247, 0);
    assertThat(bridge.weight(900).kilograms()).isBetween(10_000, 20_000);
    assertThat(bridge.weight(900).moving()).isTrue();
    assertThat(bridge.weight(2_000).kilograms()).isBetween(31_000, 31_480);
    assertThat(bridge.weight(2_000).moving()).isTrue();
    assertThat(bridge.weight(5_000)).isEqualTo(new Weight(31_240, false, false));
    bridge.driveOff(6_000);
    assertThat(bridge.weight(10_000)).isEqualTo(new Weight(0, false, false));
  }

  private static String hex(Indicator indicator, Weight weight) {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(indicator.frame(weight));
  }
}
