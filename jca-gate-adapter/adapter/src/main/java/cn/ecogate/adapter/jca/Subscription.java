package cn.ecogate.adapter.jca;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.LocalTransactionException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** One message-driven bean that is deployed; it takes letters until it is ended. */
final class Subscription {

  private final MessageEndpointFactory factory;
  private final Class<?> listener;
  private final TransactionSynchronizationRegistry transactions;
  private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
  private volatile boolean ended;

  /**
   * @param transactions tells how a delivery's transaction ended; null if the server cannot
   */
  Subscription(
      MessageEndpointFactory factory,
      Class<?> listener,
      TransactionSynchronizationRegistry transactions) {
    this.factory = factory;
    this.listener = listener;
    this.transactions = transactions;
  }

  boolean belongsTo(MessageEndpointFactory candidate, Class<?> type) {
    return factory.equals(candidate) && listener == type;
  }

  boolean takes(Letter letter) {
    return !ended && letter.kind().listener() == listener;
  }

  /**
   * Delivers once, to an endpoint of its own. An ended subscription takes everything, silently.
   *
   * @throws ResourceException if the bean is not available, or its transaction did not commit
   */
  void deliver(Letter letter) throws ResourceException {
    open.readLock().lock();
    try {
      if (!ended) {
        deliverTo(factory.createEndpoint(null), letter);
      }
    } finally {
      open.readLock().unlock();
    }
  }

  private void deliverTo(MessageEndpoint endpoint, Letter letter) throws ResourceException {
    try {
      if (transacted(letter)) {
        endpoint.beforeDelivery(letter.method());
        Outcome outcome = watched();
        try {
          letter.handTo(endpoint);
        } finally {
          endpoint.afterDelivery();
        }
        outcome.check();
      } else {
        letter.handTo(endpoint);
      }
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("the bean does not have its listener's method", e);
    } finally {
      endpoint.release();
    }
  }

  /** Payara logs a commit that failed and says nothing in afterDelivery: so we watch ourselves. */
  private Outcome watched() {
    Outcome outcome = new Outcome();
    if (transactions != null && transactions.getTransactionKey() != null) {
      outcome.watched = true;
      transactions.registerInterposedSynchronization(outcome);
    }
    return outcome;
  }

  /** How one delivery's transaction ended. */
  private static final class Outcome implements Synchronization {

    private boolean watched;
    private boolean committed;

    @Override
    public void beforeCompletion() {
      // Only the end is of interest.
    }

    @Override
    public void afterCompletion(int status) {
      committed = status == Status.STATUS_COMMITTED;
    }

    void check() throws LocalTransactionException {
      if (watched && !committed) {
        throw new LocalTransactionException("the bean's transaction was rolled back");
      }
    }
  }

  private boolean transacted(Letter letter) {
    try {
      return factory.isDeliveryTransacted(letter.method());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("the bean does not have its listener's method", e);
    }
  }

  /** Nothing is delivered any more; waits for what is being delivered, so long at most. */
  void end(Duration atMost) {
    ended = true;
    try {
      if (open.writeLock().tryLock(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        open.writeLock().unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
