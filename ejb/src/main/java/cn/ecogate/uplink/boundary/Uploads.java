package cn.ecogate.uplink.boundary;

import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.PlatformStatus;
import cn.ecogate.vocabulary.Slice;
import jakarta.ejb.Stateless;
import java.util.List;

/** What has been sent, what waits, and what the platforms said. */
@Stateless
public class Uploads {

  public List<PlatformStatus> platforms() {
    throw new IllegalStateException("not built yet");
  }

  /** Newest first; null platform or state means any. */
  public Slice<Dispatch> find(String platformId, Dispatch.State state, String cursor, int rows) {
    throw new IllegalStateException("not built yet");
  }

  /** A passage's dispatches, one per platform. */
  public List<Dispatch> ofPassage(String passageSerial) {
    throw new IllegalStateException("not built yet");
  }

  /** Puts a blocked record back in the queue. */
  public void release(long dispatchId) {
    throw new IllegalStateException("not built yet");
  }
}
