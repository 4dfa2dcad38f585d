package cn.ecogate.adapter.jca;

/** Letters of one device that a {@link Postman} brings to the beans. */
interface Box {

  long NOTHING_TO_DO = Long.MAX_VALUE;

  /**
   * Tries to deliver what stands first; by one thread at a time.
   *
   * @return in how many nanoseconds it wants to be called again
   */
  long deliverFirst();

  boolean isEmpty();

  /** Nothing is put in any more; who waits for room is let go. */
  void close();
}
