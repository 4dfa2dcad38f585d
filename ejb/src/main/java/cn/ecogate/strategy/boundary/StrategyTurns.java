package cn.ecogate.strategy.boundary;

import cn.ecogate.strategy.control.StrategyInForce;
import cn.ecogate.strategy.entity.ControlStrategy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Notices when a strategy begins or ends, which happens by itself and so tells nobody, and says so
 * within a second. The gate does not wait for it: every truck asks what is in force.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StrategyTurns {

  private static final System.Logger LOG = System.getLogger(StrategyTurns.class.getName());

  @Inject StrategyShelf shelf;
  @Inject Clock clock;
  @Inject Event<StrategiesTurned> turned;

  /** Null until it has looked once. */
  private List<ControlStrategy> last;

  /** For the container. */
  public StrategyTurns() {}

  /** For tests: what the container would inject. */
  public StrategyTurns(StrategyShelf shelf, Clock clock, Event<StrategiesTurned> turned) {
    this.shelf = shelf;
    this.clock = clock;
    this.turned = turned;
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void look() {
    List<ControlStrategy> inForce;
    try {
      inForce = StrategyInForce.at(clock.instant(), shelf.all());
    } catch (RuntimeException noDatabase) {
      LOG.log(Level.DEBUG, "what is in force cannot be read now", noDatabase);
      return;
    }
    if (inForce.equals(last)) {
      return;
    }
    boolean atStart = last == null;
    last = inForce;
    LOG.log(Level.INFO, "In force from now on: {0}", names(inForce));
    if (!atStart) {
      turned.fire(new StrategiesTurned(inForce));
    }
  }

  private static String names(List<ControlStrategy> inForce) {
    return inForce.isEmpty()
        ? "no control strategy"
        : inForce.stream().map(ControlStrategy::name).collect(Collectors.joining(", "));
  }
}
