package cn.ecogate.passage.boundary;

import cn.ecogate.device.boundary.BarrierMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Where barriers' movements come in. */
@ApplicationScoped
public class BarrierInbox {

  @Inject PassWatcher watcher;

  void moved(@Observes BarrierMoved moved) {
    watcher.moved(moved);
  }
}
