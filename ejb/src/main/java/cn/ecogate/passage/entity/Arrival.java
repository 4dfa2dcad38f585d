package cn.ecogate.passage.entity;

import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A vehicle at a barrier, before anything is known or decided about it.
 *
 * @param eventKey the same for every repeat of the same event
 * @param plate empty unless the sighting is READ
 * @param confidence 0 to 100, or -1 if nobody says
 * @param seenAt when the vehicle was there, as the record will say it
 * @param deviceAt what the camera's clock said, empty if typed
 * @param late true if it is history: recorded, nothing opens
 * @param scene the whole picture's bytes, null if none
 * @param plateCut the plate cut-out's bytes, null if none
 */
public record Arrival(
    String eventKey,
    Lane lane,
    Passage.Source source,
    Sighting sighting,
    Optional<PlateNumber> plate,
    PlateColor color,
    int confidence,
    Instant seenAt,
    Optional<Instant> deviceAt,
    Instant receivedAt,
    boolean late,
    byte[] scene,
    byte[] plateCut,
    Optional<String> rawDigest,
    Optional<String> enteredBy,
    Optional<String> note) {

  /** The note of a vehicle that its camera let through while nobody answered it. */
  public static final String OPENED_BY_CAMERA =
      "系统未应答期间，摄像机按自身白名单自行放行（opened by the camera's own list while it had no answer）";
}
