package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.GateException;

/**
 * Gives a link its one thread; the server's work manager in the adapter, plain threads in tests.
 */
public interface Threads {

  /** Starts it soon, and returns at once. */
  void start(Loop loop) throws GateException;

  /** Something that runs until it is told to end. */
  interface Loop extends Runnable {

    /** Asks it to end; wakes it if it waits. */
    void end();
  }
}
