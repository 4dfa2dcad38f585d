package cn.ecogate.uplink.boundary;

import cn.ecogate.ledger.boundary.EntryAppended;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/**
 * Rings when an entry is committed, so that its record is sent then and not at the next second. A
 * bean of its own: the worker itself may not be there yet when the first entry is written.
 */
@ApplicationScoped
public class AtOnce {

  private volatile Runnable sender = () -> {};

  void calls(Runnable worker) {
    sender = worker;
  }

  public void recorded(@Observes(during = TransactionPhase.AFTER_SUCCESS) EntryAppended appended) {
    sender.run();
  }
}
