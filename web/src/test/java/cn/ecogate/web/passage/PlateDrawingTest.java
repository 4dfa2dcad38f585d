package cn.ecogate.web.passage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlateDrawingTest {

  @Test
  void sevenCharactersFillTheShortPlateWithEqualMargins() {
    PlateDrawing plate = PlateDrawing.of("云A12345");
    assertThat(plate.width()).isEqualTo(440);
    assertThat(rightEdge(plate)).isEqualTo(440 - 15.5);
    assertThat(plate.glyphs().get(0).han()).isTrue();
  }

  @Test
  void eightCharactersFillTheLongPlateOfNewEnergy() {
    PlateDrawing plate = PlateDrawing.of("云AD12345");
    assertThat(plate.width()).isEqualTo(480);
    assertThat(rightEdge(plate)).isBetween(480 - 17.0, 480 - 14.0);
  }

  @Test
  void theDotStandsBetweenTheOfficeAndTheNumberButNotOnNewEnergy() {
    assertThat(PlateDrawing.of("云AD12345").dot()).isZero();
    PlateDrawing plate = PlateDrawing.of("云A12345");
    assertThat((double) plate.dot())
        .isBetween(plate.glyphs().get(1).middle() + 22, plate.glyphs().get(2).left());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "应急", "使014578", "WJ云1234D", "1234567890"})
  void whateverWasReadIsDrawnInsideThePlate(String text) {
    PlateDrawing plate = PlateDrawing.of(text);
    assertThat(plate.glyphs()).hasSize(text.codePointCount(0, text.length()));
    assertThat(plate.glyphs().get(0).left()).isPositive();
    assertThat(rightEdge(plate)).isLessThan(plate.width());
  }

  private static double rightEdge(PlateDrawing plate) {
    PlateDrawing.Glyph last = plate.glyphs().get(plate.glyphs().size() - 1);
    return last.left() + last.width();
  }
}
