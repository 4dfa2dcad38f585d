package cn.ecogate.passage.control;

import static cn.ecogate.passage.Arrivals.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandWrittenTest {

  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0};

  @Test
  @DisplayName("A typed plate is a read sighting by that guard, now")
  void aTypedPlateIsReadNow() {
    Arrival arrival = read(entry("k", "A-01", "云A12345", PlateColor.YELLOW, null, null));
    assertThat(arrival.sighting()).isEqualTo(Sighting.READ);
    assertThat(arrival.seenAt()).isEqualTo(TEN);
    assertThat(arrival.late()).isFalse();
    assertThat(arrival.enteredBy()).contains("guard");
  }

  @Test
  @DisplayName("No plate typed means a vehicle without one")
  void noPlateIsAVehicleWithoutOne() {
    assertThat(read(entry("k", "A-01", " ", null, null, JPEG)).sighting())
        .isEqualTo(Sighting.NO_PLATE);
  }

  @Test
  @DisplayName("What happened an hour ago is history and opens nothing")
  void anEarlierMomentIsHistory() {
    assertThat(read(entry("k", "A-01", "", null, TEN.minusSeconds(3600), null)).late()).isTrue();
  }

  @Test
  @DisplayName("Every mistake names its field")
  void mistakesNameTheirField() {
    rejected(entry(" ", "A-01", "", null, null, null), "key", "key-missing");
    rejected(entry("k", "", "", null, null, null), "lane", "lane-missing");
    rejected(entry("k", "Z-09", "", null, null, null), "lane", "lane-unknown");
    rejected(entry("k", "A-01", "不是车牌", PlateColor.BLUE, null, null), "plate", "plate-shape");
    rejected(entry("k", "A-01", "云A12345", null, null, null), "color", "color-missing");
    rejected(entry("k", "A-01", "", null, TEN.plusSeconds(600), null), "seenAt", "time-ahead");
    rejected(entry("k", "A-01", "", null, null, new byte[] {1, 2}), "photo", "photo-format");
    rejected(
        new ManualEntry("k", "A-01", "", null, null, "字".repeat(501), null), "note", "note-long");
  }

  private static void rejected(ManualEntry entry, String field, String code) {
    assertThatThrownBy(() -> read(entry))
        .isInstanceOfSatisfying(
            Rejected.class,
            mistake -> {
              assertThat(mistake.field()).isEqualTo(field);
              assertThat(mistake.code()).isEqualTo(code);
              assertThat(mistake.getMessage()).isNotBlank();
            });
  }

  private static Arrival read(ManualEntry entry) {
    return HandWritten.arrival(entry, "guard", Sites.oneGate(), TEN);
  }

  private static ManualEntry entry(
      String key, String lane, String plate, PlateColor color, Instant at, byte[] photo) {
    return new ManualEntry(key, lane, plate, color, at, null, photo);
  }
}
