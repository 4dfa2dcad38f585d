package cn.ecogate.web.passage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageColumn;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.web.frame.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PassageAddressTest {

  private static Address read(String... namesAndValues) {
    Map<String, String[]> parameters = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put(namesAndValues[i], new String[] {namesAndValues[i + 1]});
    }
    return PassageAddress.read(parameters);
  }

  @Test
  void anEmptyAddressLooksForEverything() {
    assertThat(PassageAddress.filter(read())).isEqualTo(PassageFilter.any());
  }

  @Test
  void everyFilterOfTheStandardStandsInTheAddress() {
    Address address =
        read(
            "from", "2026-11-21T08:00",
            "to", "2026-11-22T00:00",
            "plate", "A123",
            "lane", "A-01",
            "direction", "IN",
            "stage", "CHINA_4",
            "fuel", "DIESEL",
            "outcome", "REFUSED",
            "source", "CAMERA");
    assertThat(PassageAddress.filter(address))
        .isEqualTo(
            new PassageFilter(
                Instant.parse("2026-11-21T00:00:00Z"),
                Instant.parse("2026-11-21T16:00:00Z"),
                "A123",
                "A-01",
                Direction.IN,
                EmissionStage.CHINA_4,
                FuelType.DIESEL,
                Passage.Outcome.REFUSED,
                Passage.Source.CAMERA));
  }

  @Test
  void chosenColumnsStandInTheAddressAndUnknownOnesAreLeftOut() {
    Address ticked =
        PassageAddress.read(
            java.util.Map.of("columns", new String[] {"TONNES", "VIN", "NONSENSE"}));
    assertThat(PassageAddress.shown(ticked))
        .containsExactly(PassageColumn.VIN, PassageColumn.TONNES);
    assertThat(ticked.link()).isEqualTo("/passages.xhtml?columns=TONNES%2CVIN%2CNONSENSE");
    assertThat(PassageAddress.exported(ticked))
        .containsExactly(
            PassageColumn.TIME, PassageColumn.PLATE, PassageColumn.VIN, PassageColumn.TONNES);
    assertThat(PassageAddress.shown(read("columns", "NONSENSE")))
        .isEqualTo(PassageAddress.shown(read()));
    assertThat(PassageAddress.exported(read())).containsExactly(PassageColumn.values());
  }

  @Test
  void aTimeNobodyCanReadIsNoFilterAndLeavesTheAddress() {
    Address address = read("from", "yesterday", "plate", "A1");
    assertThat(address.link()).isEqualTo("/passages.xhtml?plate=A1");
    assertThat(PassageAddress.filter(address).from()).isNull();
  }

  @Test
  void aDayOfThePlantBeginsAtItsOwnMidnightAndIncludesItsLastSecond() {
    LocalDate day = LocalDate.of(2026, 11, 21);
    Address address = PassageAddress.days(read("lane", "B", "to", "2026-01-01T00:00"), day, day);
    PassageFilter filter = PassageAddress.filter(address);
    assertThat(filter.from()).isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
    assertThat(filter.to()).isEqualTo(Instant.parse("2026-11-21T16:00:00Z"));
    assertThat(filter.laneId()).isEqualTo("B");
  }
}
