package cn.ecogate.mobile.alarm;

import cn.ecogate.alarm.boundary.AlarmsChanged;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Handhelds that wait for the next change of the alarms. They are only woken, and then ask again
 * with their own token: what they may see is looked up then.
 */
@ApplicationScoped
public class Listeners {

  /** More than a plant has handhelds; beyond it somebody forgets to hang up. */
  static final int MOST = 200;

  /** Shorter than the patience of proxies. */
  private static final int SECONDS = 25;

  private final Set<AsyncResponse> waiting = ConcurrentHashMap.newKeySet();

  @Resource ManagedExecutorService executor;

  boolean full() {
    return waiting.size() >= MOST;
  }

  /** Answers 204 when something changes, or after a while anyway. */
  void add(AsyncResponse call) {
    call.setTimeout(SECONDS, TimeUnit.SECONDS);
    call.setTimeoutHandler(this::wake);
    waiting.add(call);
  }

  /** On a thread of its own: whoever committed may hold a truck. */
  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlarmsChanged change) {
    if (!waiting.isEmpty()) {
      executor.execute(() -> Set.copyOf(waiting).forEach(this::wake));
    }
  }

  private void wake(AsyncResponse call) {
    if (waiting.remove(call)) {
      call.resume(Response.noContent().header("Cache-Control", "no-store").build());
    }
  }
}
