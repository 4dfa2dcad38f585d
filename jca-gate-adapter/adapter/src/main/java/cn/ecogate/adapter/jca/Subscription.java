package cn.ecogate.adapter.jca;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** One message-driven bean that is deployed; it takes letters until it is ended. */
final class Subscription {

  private final MessageEndpointFactory factory;
  private final Class<?> listener;
  private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
  private volatile boolean ended;

  Subscription(MessageEndpointFactory factory, Class<?> listener) {
    this.factory = factory;
    this.listener = listener;
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
        // The transaction ends in afterDelivery, so a commit that fails is seen here.
        endpoint.beforeDelivery(letter.method());
        try {
          letter.handTo(endpoint);
        } finally {
          endpoint.afterDelivery();
        }
      } else {
        letter.handTo(endpoint);
      }
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("the bean does not have its listener's method", e);
    } finally {
      endpoint.release();
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
