package cn.ecogate.web.release;

import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.release.boundary.ReleaseSearch;
import cn.ecogate.release.entity.Release;
import cn.ecogate.web.frame.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people decided about the passages a page shows, and what the caller may still do. */
@Named("releases")
@RequestScoped
public class Releases {

  @Inject ReleaseSearch search;
  @Inject PassageSearch passages;
  @Inject Caller caller;
  @Inject Clock clock;

  private final Map<Long, List<Release>> byPassage = new HashMap<>();
  private List<Release> waiting;

  /** Everything that was asked about it, oldest first. */
  public List<Release> all(Passage passage) {
    return byPassage.computeIfAbsent(passage.getId(), search::ofPassage);
  }

  /** The last thing that was asked about it, null if nothing was. */
  public Release last(Passage passage) {
    List<Release> all = passage == null ? List.of() : all(passage);
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /** What may be offered about it now: {@code GUARD}, {@code EXEMPTION} or nothing. */
  public String offer(Passage passage) {
    Release last = last(passage);
    boolean dealtWith =
        last != null
            && (last.isWaiting()
                || last.getState() == Release.State.RELEASED
                || last.getState() == Release.State.GONE);
    if (passage == null || dealtWith || !search.mayStillStand(passage, clock.instant())) {
      return "";
    }
    return switch (passage.getOutcome()) {
      case NEEDS_GUARD -> Release.Kind.GUARD.name();
      case REFUSED -> Release.Kind.EXEMPTION.name();
      case ADMITTED -> "";
    };
  }

  /** Whether a vehicle without a plate has none or it was not read; null where there is a plate. */
  public Sighting sighting(Release release) {
    return release.getPlate() != null
        ? null
        : passages.bySerial(release.getPassageSerial()).map(Passage::getSighting).orElse(null);
  }

  /** Exemptions that wait for an answer. */
  public List<Release> getWaiting() {
    waiting = waiting == null ? search.waiting() : waiting;
    return waiting;
  }

  /** Those the caller may answer: he approves, and did not ask for them himself. */
  public List<Release> getToAnswer() {
    return caller.isEditor()
        ? getWaiting().stream().filter(one -> !isOwn(one)).toList()
        : List.of();
  }

  /** True if the caller asked for it. */
  public boolean isOwn(Release release) {
    return release.getAskedBy().equals(caller.getUser());
  }
}
