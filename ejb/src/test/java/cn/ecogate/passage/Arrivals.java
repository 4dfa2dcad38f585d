package cn.ecogate.passage;

import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Speaking beginnings for passage stories: {@code aTruckAt(TEN).unread().late()}. */
public final class Arrivals {

  public static final Instant TEN = Instant.parse("2026-11-21T02:00:00Z");

  private final Instant receivedAt;
  private Sighting sighting = Sighting.READ;
  private String plate = "云A12345";
  private boolean late;
  private String event = "e-1";
  private Lane lane = lane("A", "01", Direction.IN);
  private byte[] scene;

  private Arrivals(Instant receivedAt) {
    this.receivedAt = receivedAt;
  }

  public static Arrivals aTruckAt(Instant receivedAt) {
    return new Arrivals(receivedAt);
  }

  public static Lane lane(String gate, String barrier, Direction direction) {
    String id = gate + "-" + barrier;
    return new Lane(
        gate,
        barrier,
        "一号道",
        direction,
        device(id + "-camera", Device.Kind.CAMERA, "hikvision-stream"),
        device(id + "-barrier", Device.Kind.BARRIER, "modbus-relay"),
        Optional.of(device(id + "-display", Device.Kind.DISPLAY, "parking-board")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Device device(String id, Device.Kind kind, String driver) {
    return new Device(id, kind, driver, "tcp://127.0.0.1:1", "", "", Map.of());
  }

  public Arrivals plate(String text) {
    this.plate = text;
    return this;
  }

  public Arrivals unread() {
    this.sighting = Sighting.UNREAD;
    return this;
  }

  public Arrivals late() {
    this.late = true;
    return this;
  }

  public Arrivals event(String id) {
    this.event = id;
    return this;
  }

  public Arrivals goingOut() {
    this.lane = lane("A", "02", Direction.OUT);
    return this;
  }

  public Arrivals withPhoto(byte[] bytes) {
    this.scene = bytes;
    return this;
  }

  public Arrival arrival() {
    return new Arrival(
        "A-01-camera/" + event,
        lane,
        Passage.Source.CAMERA,
        sighting,
        sighting == Sighting.READ ? Optional.of(new PlateNumber(plate)) : Optional.empty(),
        PlateColor.YELLOW,
        98,
        receivedAt,
        Optional.of(receivedAt),
        // History comes later than it happened.
        late ? receivedAt.plusSeconds(600) : receivedAt,
        late,
        scene,
        null,
        Optional.of("ab".repeat(32)),
        Optional.empty(),
        Optional.empty());
  }
}
