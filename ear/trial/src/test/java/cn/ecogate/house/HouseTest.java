package cn.ecogate.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house keeps its rules, and every rule sees the violation that was planted for it. */
class HouseTest {

  private static final List<String> MODULES =
      List.of(
          "ejb",
          "web",
          "mobile-api",
          "db",
          "jca-gate-adapter/api",
          "jca-gate-adapter/adapter",
          "jca-gate-adapter/simulator",
          "ear/launch");

  private static final JavaClasses HOUSE = house();
  private static final Map<Integer, ArchRule> RULES = new HouseRules("cn.ecogate").all();

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("cn.ecogate.planted");
  private static final Map<Integer, ArchRule> PLANTED_RULES =
      new HouseRules("cn.ecogate.planted").all();

  @ParameterizedTest(name = "规则 {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  @DisplayName("房屋守规")
  void ruleIsKept(int number) {
    RULES.get(number).check(HOUSE);
  }

  @ParameterizedTest(name = "规则 {0}：{1}")
  @CsvSource({
    "1, registry.boundary.ImportsPassage",
    "1, strategy.boundary.ImportsRegistry",
    "1, garage.boundary.StandsOnNoFloor",
    "2, web.passage.ReadsForeignControl",
    "3, registry.control.CallsBoundary",
    "3, registry.entity.KnowsControl",
    "4, admission.control.AsksJakarta",
    "4, registry.control.OpensDatabase",
    "4, registry.control.LooksAtClock",
    "5, registry.boundary.TalksToAdapter",
    "5, device.boundary.PlaysAdapter",
    "5, site.control.SpeaksToDevices",
    "5, registry.boundary.ReadsTheCatalogue",
    "6, registry.boundary.ShowsPages",
    "6, web.passage.AnswersRest",
    "6, web.passage.OpensDatabase",
    "7, web.passage.KnowsMobile",
    "7, mobile.passage.KnowsWeb",
    "7, registry.boundary.ImportsDb",
    "8, registry.boundary.AsksTheSystemForTime",
    "8, registry.boundary.MakesAClock",
    "9, registry.boundary.Prints",
    "9, registry.boundary.VehicleHelper",
    "10, registry.boundary.AsksForEjb",
    "10, registry.boundary.CallsClosedMethod"
  })
  @DisplayName("埋设的违规被看见")
  void plantedViolationIsSeen(int number, String culprit) {
    assertThatThrownBy(() -> PLANTED_RULES.get(number).check(PLANTED))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("cn.ecogate.planted." + culprit);
  }

  private static JavaClasses house() {
    List<Path> folders =
        MODULES.stream().map(module -> Path.of("../..", module, "target/classes")).toList();
    // An unbuilt module would keep every rule.
    assertThat(folders).allMatch(Files::isDirectory);
    return new ClassFileImporter().importPaths(folders);
  }
}
