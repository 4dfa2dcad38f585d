package cn.ecogate.adapter.api;

import java.io.Serializable;
import java.time.Instant;

/**
 * Bytes of a device that were not understood.
 *
 * @param sentence which rule they broke, in words
 * @param bytes their beginning; not copied, so nobody may change it
 */
public record BadFrame(Instant at, String sentence, byte[] bytes) implements Serializable {

  @Override
  public String toString() {
    return at + " " + sentence + " (" + bytes.length + " bytes)";
  }
}
