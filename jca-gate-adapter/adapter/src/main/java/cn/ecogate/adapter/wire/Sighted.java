package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.PlateSeen;
import java.time.Instant;

/** One vehicle in the words of its camera's brand, which can be put into the application's. */
public interface Sighted {

  PlateSeen seenBy(String deviceId, Instant receivedAt);
}
