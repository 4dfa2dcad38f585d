package cn.ecogate.adapter.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * One vehicle as one camera reported it, whatever the camera's brand.
 *
 * @param deviceId the camera's id, as the application named it in its {@link DeviceSpec}
 * @param eventId the camera's own id of this event; a repeated or re-sent event carries the same
 *     one
 * @param deviceTime when the camera says it saw the vehicle; its clock may be wrong
 * @param receivedAt when the last byte of the event was received
 * @param late true if the event is history (re-sent after an outage): recorded, but nothing opens
 *     for it
 * @param openedByCamera true if the camera says that it let the vehicle through by itself, by its
 *     own list, while nobody answered it
 * @param reading what was read of the plate
 * @param plate the plate's characters as read, without the colour prefix some firmware puts before
 *     them; empty unless {@code reading} is {@link Reading#READ}
 * @param color the plate's colour
 * @param confidence 0 to 100, or -1 if the camera does not say
 * @param heading how the vehicle moved as seen by the camera
 * @param vehicleType the camera's own word for the type (GA/T 16.4 code where it gives one), or
 *     empty
 * @param pictures whole scene and plate close-up, in the order sent
 * @param rawDigest SHA-256 of the event's text part, lower-case hex: what the camera really said
 */
public record PlateSeen(
    String deviceId,
    String eventId,
    Instant deviceTime,
    Instant receivedAt,
    boolean late,
    boolean openedByCamera,
    Reading reading,
    String plate,
    Color color,
    int confidence,
    Heading heading,
    String vehicleType,
    List<Picture> pictures,
    String rawDigest)
    implements Serializable {

  public PlateSeen {
    pictures = List.copyOf(pictures);
  }

  /** A vehicle that its camera did not let through by itself. */
  public PlateSeen(
      String deviceId,
      String eventId,
      Instant deviceTime,
      Instant receivedAt,
      boolean late,
      Reading reading,
      String plate,
      Color color,
      int confidence,
      Heading heading,
      String vehicleType,
      List<Picture> pictures,
      String rawDigest) {
    this(
        deviceId,
        eventId,
        deviceTime,
        receivedAt,
        late,
        false,
        reading,
        plate,
        color,
        confidence,
        heading,
        vehicleType,
        pictures,
        rawDigest);
  }

  /** Whether there was a plate, and whether it could be read. */
  public enum Reading {
    READ,
    UNREAD,
    NO_PLATE
  }

  /** The plate's colour as cameras tell them apart. */
  public enum Color {
    BLUE,
    YELLOW,
    WHITE,
    BLACK,
    GREEN,
    YELLOW_GREEN,
    OTHER,
    UNKNOWN
  }

  /** Towards the camera, away from it, or not told. */
  public enum Heading {
    FORWARD,
    REVERSE,
    UNKNOWN
  }
}
