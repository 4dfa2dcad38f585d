package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.passage.entity.Passage;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a passage has to reach owner and guard at once (HJ 1321-2023, alarms: exceeding vehicles,
 * vehicles against strategy), and what somebody has to look into.
 *
 * @param subject the vehicle, e.g. 云A12345（黄）
 */
public record AlarmCause(Alarm.Kind kind, String subject, String sentence) {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  /** One of a kind at most; none for history, which nobody can act on any more. */
  public static List<AlarmCause> of(Passage passage, Decision decision) {
    if (passage.isLate() || passage.getPlate() == null) {
      return List.of();
    }
    boolean refused = decision.verdict() instanceof Verdict.Refused;
    Map<Alarm.Kind, AlarmCause> causes = new LinkedHashMap<>();
    Stream.concat(PassageDraft.reasons(decision.verdict()).stream(), decision.notes().stream())
        .forEach(
            reason ->
                kind(reason.code(), refused)
                    .ifPresent(kind -> causes.putIfAbsent(kind, cause(kind, passage, reason))));
    return List.copyOf(causes.values());
  }

  private static Optional<Alarm.Kind> kind(Reason.Code code, boolean refused) {
    return switch (code) {
      case EXCEEDING_LISTED -> Optional.of(Alarm.Kind.LISTED_VEHICLE);
      case STAGE_BELOW_STRATEGY -> Optional.of(Alarm.Kind.AGAINST_STRATEGY);
      // Of a vehicle not on file it is only a question.
      case TRANSPORT_STOPPED ->
          refused ? Optional.of(Alarm.Kind.AGAINST_STRATEGY) : Optional.empty();
      case ALREADY_INSIDE -> Optional.of(Alarm.Kind.SECOND_ENTRANCE);
      case NO_ENTRANCE -> Optional.of(Alarm.Kind.EXIT_WITHOUT_ENTRANCE);
      default -> Optional.empty();
    };
  }

  private static AlarmCause cause(Alarm.Kind kind, Passage passage, Reason reason) {
    String vehicle = passage.getPlate() + "（" + passage.getPlateColor().label() + "）";
    return new AlarmCause(
        kind,
        vehicle,
        CLOCK.format(passage.getSeenAt())
            + " "
            + passage.getLaneId()
            + " "
            + vehicle
            + "："
            + reason.sentence());
  }
}
