package cn.ecogate.uplink.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gathers changes, so that screens hear of a platform at most once per flush, a second apart. */
@ApplicationScoped
public class ChangeNotice {

  private final Set<String> pending = ConcurrentHashMap.newKeySet();

  @Inject Event<UploadsChanged> event;

  void changed(String platformId) {
    pending.add(platformId);
  }

  void flush() {
    for (String platformId : pending) {
      if (pending.remove(platformId)) {
        event.fireAsync(new UploadsChanged(platformId));
      }
    }
  }
}
