package cn.ecogate.passage.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The event keys recorded last, so that a camera's every-second repeat costs no transaction. Only a
 * shortcut: the database's unique key is what refuses repeats.
 */
@ApplicationScoped
public class RecentEvents {

  private static final int KEPT = 4096;

  private final Map<String, Boolean> keys =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > KEPT;
        }
      };

  synchronized boolean has(String eventKey) {
    return keys.containsKey(eventKey);
  }

  synchronized void add(String eventKey) {
    keys.put(eventKey, Boolean.TRUE);
  }
}
