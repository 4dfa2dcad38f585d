package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.picture.Studio.Place;
import cn.ecogate.simulator.picture.Studio.Shot;
import cn.ecogate.simulator.picture.Subject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The photos of a camera's last events; the same capture always gives the same bytes, also when it
 * has to be drawn again.
 */
public final class Album {

  private static final int KEPT = 6;

  private final BiFunction<Subject, Place, Shot> studio;
  private final Map<String, Shot> shots =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Shot> eldest) {
          return size() > KEPT;
        }
      };

  public Album(BiFunction<Subject, Place, Shot> studio) {
    this.studio = studio;
  }

  /** The photos of that event, taken at that place. */
  public synchronized Shot of(Capture capture, int number, String name) {
    return shots.computeIfAbsent(
        capture.uuid(),
        uuid -> studio.apply(capture.subject(), new Place(number, name, capture.local())));
  }
}
