package cn.ecogate.uplink.boundary;

/** How many senders are at the same queue, and whether there is room for one more. */
final class Places {

  private int taken;

  synchronized boolean take(int most) {
    if (taken >= most) {
      return false;
    }
    taken++;
    return true;
  }

  synchronized void leave() {
    taken--;
  }

  /** More than there should be: whoever asks first should leave. */
  synchronized boolean isCrowded(int most) {
    return taken > most;
  }
}
