package cn.ecogate.admission.control;

import static cn.ecogate.admission.control.Rule.always;
import static cn.ecogate.admission.control.Rule.onEntry;
import static cn.ecogate.admission.control.Rule.onExit;
import static cn.ecogate.admission.control.Rule.underStrategies;

import java.util.List;

/**
 * The control plan, one rule a line. A rule objects, asks for a guard, notes, passes, or is silent.
 */
public final class RuleBook {

  public static final List<Rule> RULES =
      List.of(
          always(RuleCard.LANE_OPEN, Objections::closedLanesLetNobodyIn),
          onEntry(RuleCard.EXCEEDING_LIST, Objections::listedVehiclesStayOut),
          underStrategies(RuleCard.TRANSPORT_STOP, Objections::nobodyDrivesWhenTransportIsStopped),
          underStrategies(RuleCard.STAGE_FLOOR, Objections::stageMeetsTheStrategyInForce),
          underStrategies(RuleCard.STAGE_KNOWN, Questions::stageIsKnownUnderAStrategy),
          onEntry(RuleCard.FILED, Questions::vehicleIsFiled),
          onEntry(RuleCard.FILING_VALID, Questions::filingHasNotExpired),
          onEntry(RuleCard.FILING_REVIEWED, Questions::filingIsReviewed),
          onEntry(RuleCard.IN_SERVICE, Questions::vehicleIsInService),
          onEntry(RuleCard.PLATE_COLOR, Questions::colorIsTheFiledOne),
          onEntry(RuleCard.SIMILAR_PLATE, Questions::noFiledPlateLooksAlike),
          onEntry(RuleCard.MACHINE, Questions::machinesUseTheirOwnGate),
          onEntry(RuleCard.INSIDE, Questions::vehicleIsNotInsideAlready),
          onEntry(RuleCard.CAPACITY, Questions::thereIsRoomInside),
          onEntry(RuleCard.PLATE_READ, Questions::plateIsRead),
          onEntry(RuleCard.PLATE_PRESENT, Questions::plateIsThere),
          onEntry(RuleCard.EMERGENCY, Permissions::emergencyVehiclesPass),
          underStrategies(RuleCard.SPARED, Permissions::whomStrategiesSpare),
          onExit(RuleCard.ENTRANCE, Permissions::exitsHaveAnEntrance),
          onExit(RuleCard.EXIT, Permissions::exitsAreRecorded));

  private RuleBook() {}
}
