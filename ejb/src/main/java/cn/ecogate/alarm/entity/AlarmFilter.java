package cn.ecogate.alarm.entity;

/**
 * What to look for among the alarms; null or blank means any.
 *
 * @param subject the whole id of a lane or device, or its beginning
 */
public record AlarmFilter(Which which, Alarm.Kind kind, String subject) {

  public static AlarmFilter any() {
    return new AlarmFilter(null, null, null);
  }

  /** How far they have been dealt with. */
  public enum Which {
    STANDING,
    UNACKNOWLEDGED,
    OVER
  }
}
