package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.api.PlateSeen.Color;
import cn.ecogate.adapter.api.PlateSeen.Heading;
import cn.ecogate.adapter.api.PlateSeen.Reading;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one event of a Dahua camera says, whichever of its two streams carried it; only {@link
 * StreamEvent.Kind#VEHICLE} carries the fields of a vehicle.
 *
 * @param at the camera's time, empty if it gave none that can be read
 * @param openedByCamera the camera says that it raised the barrier itself
 */
public record DahuaEvent(
    Kind kind,
    String eventId,
    Optional<Instant> at,
    Reading reading,
    String plate,
    Color color,
    int confidence,
    Heading heading,
    String vehicleType,
    boolean openedByCamera,
    int pictures)
    implements StreamEvent {

  static final DahuaEvent HEARTBEAT = plain(Kind.HEARTBEAT);
  static final DahuaEvent NOTHING_TO_US = plain(Kind.OTHER);

  private static final Map<String, Color> COLORS =
      Map.ofEntries(
          Map.entry("blue", Color.BLUE),
          Map.entry("bluebottomwhitetext", Color.BLUE),
          Map.entry("yellow", Color.YELLOW),
          Map.entry("yellowbottomblacktext", Color.YELLOW),
          Map.entry("white", Color.WHITE),
          Map.entry("black", Color.BLACK),
          Map.entry("blackbottomwhitetext", Color.BLACK),
          Map.entry("green", Color.GREEN),
          Map.entry("shadowgreen", Color.GREEN),
          Map.entry("yellowgreen", Color.YELLOW_GREEN),
          Map.entry("red", Color.OTHER),
          Map.entry("other", Color.OTHER));

  /** What the camera's {@code UTC} really is. */
  public enum Clock {
    UTC,
    /** Local wall time packed as if it were UTC. */
    LOCAL
  }

  private static DahuaEvent plain(Kind kind) {
    return new DahuaEvent(
        kind,
        "",
        Optional.empty(),
        Reading.NO_PLATE,
        "",
        Color.UNKNOWN,
        -1,
        Heading.UNKNOWN,
        "",
        false,
        0);
  }

  /**
   * A vehicle, from the event's fields by their path, e.g. {@code TrafficCar.PlateNumber}.
   *
   * @param pictures how many the camera is set to send with it, -1 if that is not known
   */
  static DahuaEvent vehicle(Map<String, String> told, Clock clock, ZoneId zone, int pictures) {
    String plate = plate(told).replaceAll("\\s", "");
    Reading reading = PlateWords.reading(plate);
    return new DahuaEvent(
        Kind.VEHICLE,
        eventId(told, plate),
        time(told, clock, zone),
        reading,
        reading == Reading.READ ? plate : "",
        COLORS.getOrDefault(
            first(told, "TrafficCar.PlateColor").toLowerCase(Locale.ROOT), Color.UNKNOWN),
        confidence(first(told, "Object.Confidence")),
        heading(told),
        first(told, "Vehicle.Category", "TrafficCar.VehicleSize"),
        first(told, "OpenStrobeState").equalsIgnoreCase("Auto"),
        pictures);
  }

  private static String plate(Map<String, String> told) {
    String plate = told.getOrDefault("TrafficCar.PlateNumber", "");
    boolean object = told.getOrDefault("Object.ObjectType", "Plate").equals("Plate");
    return plate.isBlank() && object ? told.getOrDefault("Object.Text", "") : plate;
  }

  /**
   * All snapshots of one vehicle carry one group number; it begins anew when the camera does, so
   * the second of capture stands beside it.
   */
  private static String eventId(Map<String, String> told, String plate) {
    String group = first(told, "GroupID", "TrafficCar.GroupID", "EventID");
    String second = first(told, "UTC", "TrafficCar.UTC");
    String millis = first(told, "UTCMS");
    return group + "/" + second + "." + millis + (group.isEmpty() ? "/" + plate : "");
  }

  /** {@code RealUTC}, where firmware has it, is what its name says, whatever {@code UTC} is. */
  private static Optional<Instant> time(Map<String, String> told, Clock clock, ZoneId zone) {
    String real = first(told, "RealUTC");
    String packed = real.isEmpty() ? first(told, "UTC", "TrafficCar.UTC") : real;
    if (!packed.matches("[1-9][0-9]{0,10}")) {
      return Optional.empty();
    }
    long second = Long.parseLong(packed);
    String millis = first(told, "UTCMS");
    int nanos = millis.matches("[0-9]{1,3}") ? Integer.parseInt(millis) * 1_000_000 : 0;
    return Optional.of(
        real.isEmpty() && clock == Clock.LOCAL
            ? LocalDateTime.ofEpochSecond(second, nanos, ZoneOffset.UTC).atZone(zone).toInstant()
            : Instant.ofEpochSecond(second, nanos));
  }

  /**
   * Per cent where it can be one. 0 is sent with plates that were read well, and beyond 100 another
   * scale begins that no document tells apart: both say nothing.
   */
  private static int confidence(String told) {
    return told.matches("[1-9][0-9]?|100") ? Integer.parseInt(told) : -1;
  }

  private static Heading heading(Map<String, String> told) {
    switch (first(
        told, "TrafficCar.DrivingDirection[0]", "VehicleDirection", "Vehicle.VehicleDirection")) {
      case "Approach", "Head":
        return Heading.FORWARD;
      case "Leave", "Tail":
        return Heading.REVERSE;
      default:
        return Heading.UNKNOWN;
    }
  }

  /** The first of these that says something. */
  private static String first(Map<String, String> told, String... paths) {
    for (String path : paths) {
      String value = told.getOrDefault(path, "").strip();
      if (!value.isEmpty() && !value.equalsIgnoreCase("unknown")) {
        return value;
      }
    }
    return "";
  }

  @Override
  public String channel() {
    return "";
  }

  /** The next snapshot of a group: the same vehicle, seen once more. */
  @Override
  public boolean continues(StreamEvent before) {
    return kind == Kind.VEHICLE
        && before instanceof DahuaEvent
        && ((DahuaEvent) before).eventId.equals(eventId);
  }

  @Override
  public PlateSeen seenBy(
      String deviceId, Instant receivedAt, List<Picture> shown, String rawDigest) {
    return new PlateSeen(
        deviceId,
        eventId,
        at.orElse(receivedAt),
        receivedAt,
        false,
        openedByCamera,
        reading,
        plate,
        color,
        confidence,
        heading,
        vehicleType,
        told(shown),
        rawDigest);
  }

  /** Its pictures have no names: the largest is the scene, the others are cut out of it. */
  private static List<Picture> told(List<Picture> shown) {
    Optional<Picture> scene = shown.stream().max(Comparator.comparing(p -> p.bytes().length));
    List<Picture> told = new ArrayList<>();
    for (Picture picture : shown) {
      boolean cutOut = picture != scene.orElseThrow() && picture.name().isEmpty();
      told.add(cutOut ? new Picture(Picture.Kind.PLATE, picture.name(), picture.bytes()) : picture);
    }
    return told;
  }
}
