package cn.ecogate.container;

import cn.ecogate.ledger.boundary.EntryAppended;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** An observer inside the recording transaction that fails when it is told to. */
@ApplicationScoped
public class Saboteur {

  private volatile boolean armed;

  public void arm(boolean armed) {
    this.armed = armed;
  }

  public void failIfArmed(@Observes EntryAppended appended) {
    if (armed) {
      throw new IllegalStateException("planted: the last step of the record fails");
    }
  }
}
