package cn.ecogate.passage.boundary;

import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.passage.control.AlarmCause;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * Raises what a committed passage gives cause for: once a day for a vehicle, however often it comes
 * back. The truck is not waiting for this, and its record stands whatever becomes of it.
 */
@Stateless
@PermitAll
public class PassageAlarms {

  @Inject AlarmDesk alarms;

  public void about(Recorded recorded) {
    for (AlarmCause cause : AlarmCause.of(recorded.passage(), recorded.decision())) {
      alarms.raiseOnceADay(cause.kind(), cause.subject(), cause.sentence());
    }
  }
}
