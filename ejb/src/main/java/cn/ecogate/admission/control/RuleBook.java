package cn.ecogate.admission.control;

import static cn.ecogate.admission.control.Rule.onEntry;
import static cn.ecogate.admission.control.Rule.onExit;

import java.util.List;

/** The control plan, one rule a line. A rule objects, asks for a guard, passes, or is silent. */
public final class RuleBook {

  public static final List<Rule> RULES =
      List.of(
          onEntry(RuleCard.EXCEEDING_LIST, Objections::listedVehiclesStayOut),
          onEntry(RuleCard.TRANSPORT_STOP, Objections::nobodyDrivesWhenTransportIsStopped),
          onEntry(RuleCard.STAGE_FLOOR, Objections::stageMeetsTheStrategyInForce),
          onEntry(RuleCard.STAGE_KNOWN, Questions::stageIsKnownUnderAStrategy),
          onEntry(RuleCard.FILED, Questions::vehicleIsFiled),
          onEntry(RuleCard.PLATE_READ, Questions::plateIsRead),
          onEntry(RuleCard.PLATE_PRESENT, Questions::plateIsThere),
          onEntry(RuleCard.EMERGENCY, Permissions::emergencyVehiclesPass),
          onExit(RuleCard.EXIT, Permissions::exitsAreRecorded));

  private RuleBook() {}
}
