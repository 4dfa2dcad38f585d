package cn.ecogate.adapter.jca;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import jakarta.resource.spi.work.WorkRejectedException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server's work manager, as far as an adapter needs it; remembers every thread it gave. */
final class FakeServerThreads implements WorkManager, BootstrapContext {

  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  volatile boolean exhausted;

  @Override
  public void scheduleWork(Work work) throws WorkException {
    if (exhausted) {
      throw new WorkRejectedException("no thread left");
    }
    Thread thread = new Thread(work, "work-" + threads.size());
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  int started() {
    return threads.size();
  }

  List<Thread> survivors(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + millis * 1_000_000;
    for (Thread thread : threads) {
      thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }
    return threads.stream().filter(Thread::isAlive).toList();
  }

  @Override
  public void scheduleWork(Work work, long timeout, ExecutionContext context, WorkListener listener)
      throws WorkException {
    scheduleWork(work);
  }

  @Override
  public void doWork(Work work) {
    throw new UnsupportedOperationException("would block the caller");
  }

  @Override
  public void doWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
    doWork(work);
  }

  @Override
  public long startWork(Work work) {
    throw new UnsupportedOperationException("would block the caller");
  }

  @Override
  public long startWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
    return startWork(work);
  }

  @Override
  public WorkManager getWorkManager() {
    return this;
  }

  @Override
  public XATerminator getXATerminator() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Timer createTimer() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isContextSupported(Class<? extends WorkContext> type) {
    return false;
  }

  @Override
  public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
    return new FakeTransactions();
  }
}
