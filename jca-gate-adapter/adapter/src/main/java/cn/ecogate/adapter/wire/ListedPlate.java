package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.api.PlateSeen.Color;
import cn.ecogate.adapter.api.PlateSeen.Heading;
import cn.ecogate.adapter.api.PlateSeen.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of a Hikvision camera's own list; always history, and without pictures.
 *
 * @param pictureName what the camera calls it; the cursor from which the list goes on
 * @param at when it was captured, empty if that cannot be read
 * @param rawDigest of the list's text that it stood in
 */
public record ListedPlate(
    String pictureName,
    Optional<Instant> at,
    Reading reading,
    String plate,
    Color color,
    Heading heading,
    String rawDigest)
    implements Sighted {

  @Override
  public PlateSeen seenBy(String deviceId, Instant receivedAt) {
    return new PlateSeen(
        deviceId,
        pictureName,
        at.orElse(receivedAt),
        receivedAt,
        true,
        reading,
        plate,
        color,
        -1,
        heading,
        "",
        List.of(),
        rawDigest);
  }
}
