package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.link.Threads;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;

/** Runs loops on threads of the server. */
final class WorkThreads implements Threads {

  private final WorkManager manager;

  WorkThreads(WorkManager manager) {
    this.manager = manager;
  }

  @Override
  public void start(Loop loop) throws GateException {
    try {
      manager.scheduleWork(new LoopWork(loop));
    } catch (WorkException e) {
      throw new GateException("服务器没有空闲线程，请增大线程池（thread-pool）的上限", e);
    }
  }

  /** A loop as the server sees it. */
  private static final class LoopWork implements Work {

    private final Loop loop;

    LoopWork(Loop loop) {
      this.loop = loop;
    }

    @Override
    public void run() {
      loop.run();
    }

    @Override
    public void release() {
      loop.end();
    }
  }
}
