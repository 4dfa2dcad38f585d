package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.Picture;
import cn.ecogate.adapter.api.PlateSeen;
import java.time.Instant;
import java.util.List;

/** One event of a camera's endless stream, whatever the brand. */
public interface StreamEvent {

  /** What sort of event it is. */
  enum Kind {
    HEARTBEAT,
    VEHICLE,
    VIDEO_LOST,
    OTHER
  }

  Kind kind();

  /** The channel it is about, empty if not told. */
  String channel();

  /** How many picture parts follow, -1 if the event does not say. */
  int pictures();

  /** By what the camera's own list names this event, or what that begins with; empty if unknown. */
  default String pictureName() {
    return "";
  }

  /** It only adds pictures to that one, which came before it. */
  default boolean continues(StreamEvent before) {
    return false;
  }

  /**
   * This event, if it is a vehicle, in the application's words.
   *
   * @param shown the pictures that followed it, in the order sent
   * @param rawDigest of the event's text part
   */
  PlateSeen seenBy(String deviceId, Instant receivedAt, List<Picture> shown, String rawDigest);
}
