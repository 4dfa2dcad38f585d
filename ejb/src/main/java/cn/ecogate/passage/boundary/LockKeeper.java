package cn.ecogate.passage.boundary;

import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.boundary.GateControl;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.site.entity.Device;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells a locked barrier again whenever its line is new: after a restart of ours or of the device a
 * coil that was held is off.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LockKeeper {

  private static final System.Logger LOG = System.getLogger(LockKeeper.class.getName());

  @Inject LockShelf locks;
  @Inject DeviceWatch watch;
  @Inject GateControl gate;

  /** Since when the line stands over which a lane's lock was last told. */
  private final Map<String, Instant> told = new ConcurrentHashMap<>();

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void work() {
    for (BarrierLock lock : locks.all()) {
      upSince(lock.getLaneId())
          .filter(since -> !since.equals(told.get(lock.getLaneId())))
          .ifPresent(since -> tell(lock, since));
    }
    told.keySet().removeIf(lane -> locks.of(lane).isEmpty());
  }

  private void tell(BarrierLock lock, Instant since) {
    Acknowledgement answer = gate.lock(lock.getLaneId(), lock.getMode());
    if (answer.outcome() == Acknowledgement.Outcome.DONE) {
      told.put(lock.getLaneId(), since);
      LOG.log(Level.INFO, "{0}: {1} is held", lock.getLaneId(), lock.getMode());
    } else {
      LOG.log(Level.DEBUG, "{0}: lock not confirmed: {1}", lock.getLaneId(), answer.words());
    }
  }

  private Optional<Instant> upSince(String laneId) {
    return watch.devices().stream()
        .filter(status -> status.lane().id().equals(laneId))
        .filter(status -> status.device().kind() == Device.Kind.BARRIER)
        .filter(status -> status.link() == DeviceStatus.Link.UP)
        .map(DeviceStatus::since)
        .findFirst();
  }
}
