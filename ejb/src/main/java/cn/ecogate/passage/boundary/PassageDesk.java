package cn.ecogate.passage.boundary;

import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.passage.entity.PassageStory;
import jakarta.enterprise.context.ApplicationScoped;

/** Where every vehicle is dealt with: gather, decide, record in one transaction, then act. */
@ApplicationScoped
public class PassageDesk {

  /** A camera's sighting. A repeat of one already recorded changes nothing and opens nothing. */
  public PassageStory arrive(PlateSeen seen) {
    throw new IllegalStateException("not built yet");
  }

  /**
   * A guard's entry, through the same rules and the same record; the barrier opens if they admit.
   */
  public PassageStory enter(ManualEntry entry, String user) {
    throw new IllegalStateException("not built yet");
  }
}
