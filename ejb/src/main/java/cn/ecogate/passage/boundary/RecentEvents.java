package cn.ecogate.passage.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The event keys recorded last, also before the last restart, so that a camera's every-second
 * repeat costs no transaction. Only a shortcut: the database's unique key is what refuses repeats.
 */
@ApplicationScoped
public class RecentEvents {

  private static final int KEPT = 4096;

  @Inject PassageSearch search;

  private boolean remembered;

  private final Map<String, Boolean> keys =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > KEPT;
        }
      };

  public synchronized boolean has(String eventKey) {
    if (!remembered) {
      remember();
    }
    return keys.containsKey(eventKey);
  }

  public synchronized void add(String eventKey) {
    keys.put(eventKey, Boolean.TRUE);
  }

  /** While the database cannot be read there is no shortcut, and the next question tries again. */
  private void remember() {
    try {
      List<String> newestFirst = new ArrayList<>(search.newestEventKeys(KEPT));
      Collections.reverse(newestFirst);
      newestFirst.forEach(this::add);
      remembered = true;
    } catch (RuntimeException noDatabase) {
      remembered = false;
    }
  }
}
