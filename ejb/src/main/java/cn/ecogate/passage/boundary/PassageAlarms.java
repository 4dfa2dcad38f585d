package cn.ecogate.passage.boundary;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.passage.control.AlarmCause;
import cn.ecogate.passage.entity.Passage;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Raises what a committed passage gives cause for: once a day for a vehicle, however often it comes
 * back. The truck is not waiting for this, and its record stands whatever becomes of it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PassageAlarms {

  @Inject AlarmDesk alarms;
  @Inject Event<ListedVehicleMet> met;

  public void about(Recorded recorded) {
    for (AlarmCause cause : AlarmCause.of(recorded.passage(), recorded.decision())) {
      alarms.raiseOnceADay(cause.kind(), cause.subject(), cause.sentence());
    }
    Passage passage = recorded.passage();
    if (!passage.isLate()
        && passage.getReasonCodes().contains(Reason.Code.EXCEEDING_LISTED.name())) {
      met.fire(
          new ListedVehicleMet(passage.getPlate(), passage.getPlateColor(), passage.getSerialNo()));
    }
  }
}
