package cn.ecogate.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.vocabulary.FuelType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressTest {

  private static Address read(Map<String, String[]> parameters) {
    return Address.read("/vehicles.xhtml", parameters, "text", "fuel");
  }

  private static String[] one(String value) {
    return new String[] {value};
  }

  @Test
  void theSameViewAlwaysHasTheSameAddress() {
    Address address = read(Map.of("fuel", one("DIESEL"), "text", one("云A1"), "nonsense", one("x")));
    assertThat(address.link()).isEqualTo("/vehicles.xhtml?text=%E4%BA%91A1&fuel=DIESEL");
  }

  @Test
  void blanksAreNoFilter() {
    Address address = read(Map.of("text", one("  "), "fuel", one("")));
    assertThat(address.isBlank()).isTrue();
    assertThat(address.link()).isEqualTo("/vehicles.xhtml");
    assertThat(address.get("text")).isEmpty();
  }

  @Test
  void aWordThatIsNoConstantFiltersNothing() {
    assertThat(read(Map.of("fuel", one("WOOD"))).constant("fuel", FuelType.class)).isEmpty();
    assertThat(read(Map.of("fuel", one("LPG"))).constant("fuel", FuelType.class))
        .contains(FuelType.LPG);
  }

  @Test
  void oneFilterIsTakenAwayAndTheOthersStay() {
    Address address = read(Map.of("text", one("a&b=c"), "fuel", one("LPG")));
    assertThat(address.without("fuel").link()).isEqualTo("/vehicles.xhtml?text=a%26b%3Dc");
    assertThat(address.with("cursor", "9_8").link()).endsWith("&fuel=LPG&cursor=9_8");
    assertThat(address.has("fuel")).as("the address itself never changes").isTrue();
  }
}
