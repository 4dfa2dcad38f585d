package cn.ecogate.simulator.line;

/** Daemon threads with a name, so that a thread dump of the site can be read. */
public final class Threads {

  private Threads() {}

  public static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
