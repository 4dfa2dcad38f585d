package cn.ecogate.passage.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.passage.Arrivals;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.vocabulary.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a camera's sighting becomes an arrival. */
@DisplayName("摄像机上报：写成一次到达")
class PlateInboxTest {

  private static final Instant TEN = Instant.parse("2026-11-21T02:00:00Z");

  @Test
  @DisplayName("摄像机自行放行的车，记录里写明")
  void whatTheCameraLetThroughAloneSaysSoInTheRecord() {
    assertThat(arrival(seen(true))).hasValue(Arrival.OPENED_BY_CAMERA);
    assertThat(arrival(seen(false))).isEmpty();
  }

  private static Optional<String> arrival(PlateSeen seen) {
    return PlateInbox.arrival(seen, Arrivals.lane("A", "01", Direction.IN)).note();
  }

  private static PlateSeen seen(boolean openedByCamera) {
    return new PlateSeen(
        "A-01-camera",
        "e-1",
        TEN,
        TEN,
        true,
        openedByCamera,
        PlateSeen.Reading.READ,
        "云A00004",
        PlateSeen.Color.YELLOW,
        90,
        PlateSeen.Heading.FORWARD,
        "",
        List.of(),
        "digest");
  }
}
