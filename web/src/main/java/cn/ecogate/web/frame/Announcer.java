package cn.ecogate.web.frame;

import cn.ecogate.alarm.boundary.AlarmsChanged;
import cn.ecogate.device.boundary.DevicesChanged;
import cn.ecogate.passage.boundary.BarrierRecorded;
import cn.ecogate.passage.boundary.PassageChanged;
import cn.ecogate.release.boundary.ReleaseChanged;
import cn.ecogate.strategy.boundary.StrategiesChanged;
import cn.ecogate.strategy.boundary.StrategiesTurned;
import cn.ecogate.uplink.boundary.UploadsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;

/**
 * Tells every open screen what changed, in one word; the screen then fetches the part that shows
 * it, with the rights of whoever looks at it.
 */
@ApplicationScoped
public class Announcer {

  @Inject
  @Push(channel = "changes")
  PushContext screens;

  void passage(@ObservesAsync PassageChanged change) {
    screens.send("lane:" + change.laneId());
  }

  void device(@ObservesAsync DevicesChanged change) {
    screens.send("device:" + change.laneId());
  }

  void upload(@ObservesAsync UploadsChanged change) {
    screens.send("upload:" + change.platformId());
  }

  void barrier(@Observes(during = TransactionPhase.AFTER_SUCCESS) BarrierRecorded change) {
    screens.send("barrier:" + change.laneId());
  }

  void release(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReleaseChanged change) {
    screens.send("release:" + change.laneId());
  }

  void strategy(@Observes(during = TransactionPhase.AFTER_SUCCESS) StrategiesChanged change) {
    screens.send("strategy:changed");
  }

  void strategy(@Observes StrategiesTurned turn) {
    screens.send("strategy:turned");
  }

  void alarm(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlarmsChanged change) {
    screens.send("alarm:" + change.kind());
  }
}
