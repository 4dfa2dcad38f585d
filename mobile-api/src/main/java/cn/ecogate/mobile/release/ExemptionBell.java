package cn.ecogate.mobile.release;

import cn.ecogate.release.boundary.ReleaseChanged;
import cn.ecogate.release.boundary.ReleaseSearch;
import cn.ecogate.release.entity.Release;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Handhelds that wait for an exemption to be asked or ended; none of them holds a thread. */
@ApplicationScoped
public class ExemptionBell {

  @Inject ReleaseSearch search;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  Executor executor;

  private final Map<AsyncResponse, Caller> waiting = new ConcurrentHashMap<>();

  private record Caller(String base, String seen) {}

  /** Answers at once if there is something the caller has not seen, else within the seconds. */
  void answer(AsyncResponse answer, String base, String seen, int seconds) {
    if (seconds > 0) {
      answer.setTimeoutHandler(this::timeIsOver);
      answer.setTimeout(seconds, TimeUnit.SECONDS);
      // First put down, then looked: what changes in between rings.
      waiting.put(answer, new Caller(base, seen));
    }
    List<Release> now = search.waiting();
    if (seconds == 0 || !ExemptionsWaiting.mark(now).equals(seen)) {
      waiting.remove(answer);
      answer.resume(ExemptionsWaiting.of(now, base));
    }
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReleaseChanged change) {
    if (!waiting.isEmpty()) {
      executor.execute(this::ring);
    }
  }

  private void ring() {
    List<Release> now = search.waiting();
    String mark = ExemptionsWaiting.mark(now);
    waiting.forEach(
        (answer, caller) -> {
          if (!mark.equals(caller.seen()) && waiting.remove(answer) != null) {
            answer.resume(ExemptionsWaiting.of(now, caller.base()));
          }
        });
  }

  private void timeIsOver(AsyncResponse answer) {
    Caller caller = waiting.remove(answer);
    if (caller != null) {
      answer.resume(ExemptionsWaiting.of(search.waiting(), caller.base()));
    }
  }
}
