package cn.ecogate.adapter.wire;

/**
 * Finds whole frames in what a device says unasked, in whatever pieces it arrives; never waits, and
 * goes on after anything.
 */
public interface FrameReader<T> {

  /** Takes some bytes and tells what they completed, in order. */
  void feed(byte[] bytes, int offset, int count, Found<T> found);

  /** Who is told. */
  interface Found<T> {

    /** A whole frame: what it means, and its bytes as they came. */
    void frame(T meaning, byte[] raw);

    /** Something that is no frame; reading has already gone on behind it. */
    void misunderstood(WireException why);
  }
}
