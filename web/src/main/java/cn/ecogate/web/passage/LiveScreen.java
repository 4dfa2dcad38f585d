package cn.ecogate.web.passage;

import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.passage.boundary.ClosureShelf;
import cn.ecogate.passage.boundary.LockShelf;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.site.entity.Lane;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every gate now: the start page, and the lane parts it fetches when something happens. */
@Named
@RequestScoped
public class LiveScreen {

  private static final int RECENT = 12;

  @Inject HttpServletRequest request;
  @Inject SiteBook book;
  @Inject PassageSearch search;
  @Inject DeviceWatch watch;
  @Inject LockShelf locks;
  @Inject ClosureShelf closures;

  private final Map<String, LaneView> views = new HashMap<>();
  private List<Passage> recent;

  public List<Gate> getGates() {
    return book.site().gates();
  }

  /** The lane that was asked for by its id, null if the site has none of that name. */
  public Lane getLane() {
    String id = request.getParameter("id");
    return id == null ? null : book.site().lane(id).orElse(null);
  }

  public LaneView view(Lane lane) {
    return views.computeIfAbsent(lane.id(), id -> look(lane));
  }

  private LaneView look(Lane lane) {
    List<DeviceStatus> broken =
        watch.devices().stream()
            .filter(d -> d.lane().id().equals(lane.id()) && d.link() == DeviceStatus.Link.DOWN)
            .toList();
    return new LaneView(
        lane,
        search.newest(lane.id()).flatMap(newest -> search.story(newest.getId())),
        watch.barrier(lane.id()),
        locks.of(lane.id()),
        closures.of(lane.id()),
        watch.scale(lane.id()),
        broken);
  }

  /** The last passages of the whole plant, newest first. */
  public List<Passage> getRecent() {
    recent = recent == null ? search.find(PassageFilter.any(), null, RECENT).rows() : recent;
    return recent;
  }
}
