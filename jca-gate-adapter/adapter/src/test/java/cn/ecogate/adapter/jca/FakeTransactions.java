package cn.ecogate.adapter.jca;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/** The transactions of a server, one to a thread, ended by the {@link FakeBean}'s container. */
final class FakeTransactions implements TransactionSynchronizationRegistry {

  private static final ThreadLocal<List<Synchronization>> CURRENT = new ThreadLocal<>();

  static void begin() {
    CURRENT.set(new ArrayList<>());
  }

  static void end(boolean commit) {
    List<Synchronization> watchers = CURRENT.get();
    CURRENT.remove();
    watchers.forEach(
        w -> w.afterCompletion(commit ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK));
  }

  @Override
  public Object getTransactionKey() {
    return CURRENT.get();
  }

  @Override
  public void registerInterposedSynchronization(Synchronization watcher) {
    CURRENT.get().add(watcher);
  }

  @Override
  public int getTransactionStatus() {
    return CURRENT.get() == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
  }

  @Override
  public void putResource(Object key, Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object getResource(Object key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setRollbackOnly() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean getRollbackOnly() {
    throw new UnsupportedOperationException();
  }
}
