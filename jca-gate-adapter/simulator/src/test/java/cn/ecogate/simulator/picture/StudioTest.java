package cn.ecogate.simulator.picture;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.picture.Subject.Reading;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The studio takes pictures on which a plate can be seen")
class StudioTest {

  private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-11-21T12:00:00+08:00");
  private static final Studio.Place PLACE = new Studio.Place(1, "东门 1 号进厂道", NOON);

  private final Studio studio = new Studio(OptionalDouble.empty(), Lettering.withoutFonts());

  @Test
  @DisplayName("also without any font, and the plate has its colour where the XML says it is")
  void withoutFonts() throws IOException {
    Studio.Shot shot = studio.shoot(truck("云A6K218", PlateColor.YELLOW, Reading.READ), PLACE);
    BufferedImage scene = ImageIO.read(new ByteArrayInputStream(shot.scene()));
    int[] box = shot.plateBox();
    int wide = box[2] * scene.getWidth() / 1000;
    int high = box[3] * scene.getHeight() / 1000;
    int yellow = 0;
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        Color at =
            new Color(
                scene.getRGB(
                    box[0] * scene.getWidth() / 1000 + x, box[1] * scene.getHeight() / 1000 + y));
        yellow += at.getRed() - at.getBlue() > 80 ? 1 : 0;
      }
    }
    assertThat(yellow * 100 / (wide * high)).as("percent of the plate's box").isBetween(45, 90);
  }

  @Test
  @DisplayName("close up, a blue plate is blue and a bare bracket is dark")
  void closeUp() throws IOException {
    assertThat(middleOf(truck("云A5J208", PlateColor.BLUE, Reading.READ)).getBlue())
        .isGreaterThan(90);
    Color bare = middleOf(truck("", PlateColor.OTHER, Reading.NO_PLATE));
    assertThat(bare.getRed() + bare.getGreen() + bare.getBlue()).isLessThan(420);
  }

  @Test
  @DisplayName("the same vehicle at the same time gives the same bytes, another one others")
  void isRepeatable() {
    Subject truck = truck("云A6K218", PlateColor.YELLOW, Reading.READ);
    byte[] first = studio.shoot(truck, PLACE).scene();
    assertThat(studio.shoot(truck, PLACE).scene()).isEqualTo(first);
    assertThat(studio.shoot(truck("云F90136", PlateColor.YELLOW, Reading.READ), PLACE).scene())
        .isNotEqualTo(first);
  }

  @Test
  @DisplayName("every type in every light can be drawn")
  void everyType() {
    int hour = 3;
    for (String type : new String[] {"Q11", "H11", "H14", "H17", "H21", "H31", "Z51", "K33"}) {
      hour = (hour + 5) % 24;
      Studio light = new Studio(OptionalDouble.of(hour + 0.6), Lettering.withoutFonts());
      Subject subject =
          new Subject("云AD81605", PlateColor.GREEN, Reading.UNREAD, type, hour % 2 == 0, hour);
      assertThat(light.shoot(subject, PLACE).scene()).hasSizeGreaterThan(20_000);
    }
  }

  private Color middleOf(Subject subject) throws IOException {
    BufferedImage plate =
        ImageIO.read(new ByteArrayInputStream(studio.shoot(subject, PLACE).plate()));
    return new Color(plate.getRGB(plate.getWidth() / 2, plate.getHeight() / 2));
  }

  private static Subject truck(String plate, PlateColor color, Reading reading) {
    return new Subject(plate, color, reading, "Q11", false, plate.hashCode());
  }
}
