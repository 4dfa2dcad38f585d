package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateSeen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one Hikvision event document says; only {@link Kind#VEHICLE} carries the fields of a
 * vehicle.
 *
 * @param word the camera's own event type and state, e.g. {@code videoloss/active}
 * @param channel the channel it is about, empty if not told
 * @param at the camera's time, empty if it gave none that can be read
 * @param pictureName the camera's running picture name, the cursor of its history, or the moment it
 *     begins with; empty if neither is told
 * @param pictures how many picture parts follow, -1 if the document does not say
 */
public record AnprEvent(
    Kind kind,
    String word,
    String channel,
    String eventId,
    Optional<Instant> at,
    boolean late,
    PlateSeen.Reading reading,
    String plate,
    PlateSeen.Color color,
    int confidence,
    PlateSeen.Heading heading,
    String vehicleType,
    String pictureName,
    int pictures)
    implements StreamEvent {

  @Override
  public PlateSeen seenBy(
      String deviceId, Instant receivedAt, List<Picture> shown, String rawDigest) {
    return new PlateSeen(
        deviceId,
        eventId,
        at.orElse(receivedAt),
        receivedAt,
        late,
        reading,
        plate,
        color,
        confidence,
        heading,
        vehicleType,
        shown,
        rawDigest);
  }
}
