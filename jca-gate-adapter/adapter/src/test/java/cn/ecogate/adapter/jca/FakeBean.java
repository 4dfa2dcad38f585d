package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceListener;
import cn.ecogate.adapter.api.PlateListener;
import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.api.TagSeen;
import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.adapter.api.WeightSeen;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.LocalTransactionException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.XAResource;

/**
 * A message-driven bean with its container: strict about the contract, and failing when told to.
 */
final class FakeBean implements MessageEndpointFactory {

  /** What the bean has taken, in order. */
  final BlockingQueue<Object> taken = new LinkedBlockingQueue<>();

  /** Breaches of the endpoint contract. */
  final List<String> breaches = new CopyOnWriteArrayList<>();

  final List<Thread> creators = new CopyOnWriteArrayList<>();
  final AtomicInteger unavailable = new AtomicInteger();
  final AtomicInteger failures = new AtomicInteger();
  final AtomicInteger failedCommits = new AtomicInteger();

  /** Commits that fail without a word, as Payara's do. */
  final AtomicInteger silentlyFailedCommits = new AtomicInteger();

  final AtomicInteger created = new AtomicInteger();
  final AtomicInteger released = new AtomicInteger();
  final AtomicInteger before = new AtomicInteger();
  final AtomicInteger after = new AtomicInteger();
  volatile boolean transacted;

  /** What the bean does with each event before it takes it. */
  volatile Runnable work = () -> {};

  @Override
  public MessageEndpoint createEndpoint(XAResource resource) throws UnavailableException {
    creators.add(Thread.currentThread());
    if (unavailable.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new UnavailableException("not deployed yet");
    }
    created.incrementAndGet();
    return new Endpoint();
  }

  @Override
  public MessageEndpoint createEndpoint(XAResource resource, long timeout)
      throws UnavailableException {
    return createEndpoint(resource);
  }

  @Override
  public boolean isDeliveryTransacted(Method method) {
    return transacted;
  }

  @Override
  public String getActivationName() {
    return "fake";
  }

  @Override
  public Class<?> getEndpointClass() {
    return Endpoint.class;
  }

  Object next() throws InterruptedException {
    Object event = taken.poll(10, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("nothing was delivered in 10 s");
    }
    return event;
  }

  String nextPlate() throws InterruptedException {
    return ((PlateSeen) next()).eventId();
  }

  /** One endpoint: used once, released once. */
  private final class Endpoint implements MessageEndpoint, PlateListener, DeviceListener {

    private boolean gone;
    private boolean open;

    @Override
    public void beforeDelivery(Method method) {
      before.incrementAndGet();
      check(!open, "beforeDelivery twice");
      open = true;
      FakeTransactions.begin();
    }

    @Override
    public void afterDelivery() throws ResourceException {
      after.incrementAndGet();
      check(open, "afterDelivery without beforeDelivery");
      open = false;
      boolean loud = failedCommits.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
      boolean silent = silentlyFailedCommits.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
      FakeTransactions.end(!loud && !silent);
      if (loud) {
        throw new LocalTransactionException("commit failed");
      }
    }

    @Override
    public void release() {
      released.incrementAndGet();
      check(!gone, "released twice");
      check(!open, "released before afterDelivery");
      gone = true;
    }

    @Override
    public void plateSeen(PlateSeen seen) {
      take(seen);
    }

    @Override
    public void historySeen(List<PlateSeen> late) {
      take(late);
    }

    @Override
    public void healthChanged(DeviceHealth health) {
      take(health);
    }

    @Override
    public void barrierMoved(BarrierReport report) {
      take(report);
    }

    @Override
    public void scaleMoved(WeightReport report) {
      take(report);
    }

    @Override
    public void weightSeen(WeightSeen seen) {
      take(seen);
    }

    @Override
    public void tagSeen(TagSeen seen) {
      take(seen);
    }

    private void take(Object event) {
      check(!gone, "used after release");
      check(open == transacted, "delivered outside its transaction");
      work.run();
      if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new IllegalStateException("the bean failed");
      }
      taken.add(event);
    }

    private void check(boolean holds, String breach) {
      if (!holds) {
        breaches.add(breach);
      }
    }
  }
}
