package cn.ecogate.web.registry;

import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Complaint;
import cn.ecogate.web.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What waits for review: looked through, then put in force many at a time or given back. */
@Named
@RequestScoped
public class ReviewScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject Registry registry;
  @Inject Complaint complaint;
  @Inject Words words;

  private Slice<Vehicle> slice;

  /** A filing as the page showed it: somebody may have changed it since. */
  private record Pick(long id, long version) {

    static Pick of(String text) {
      String[] parts = text.split("-", 2);
      return new Pick(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
  }

  public List<Vehicle> getRows() {
    return slice().rows();
  }

  public long getCount() {
    return registry.count(VehicleFilter.awaitingReview());
  }

  public Optional<String> getMore() {
    return slice().next().map(next -> new Address("/review.xhtml", Map.of("cursor", next)).link());
  }

  public List<String> oddities(Vehicle vehicle) {
    return registry.oddities(vehicle);
  }

  /** Puts every ticked filing in force; those that cannot be are told one by one. */
  public void checkTicked() {
    String[] ticked = request.getParameterValues("pick");
    if (ticked == null) {
      complaint.show("", words.say("review.none-ticked"));
      return;
    }
    int done = 0;
    for (String pick : ticked) {
      done += act(pick, filing -> registry.check(filing.id(), filing.version())) ? 1 : 0;
    }
    if (done > 0) {
      complaint.praise("review.checked", done);
    }
  }

  /** The one filing the page's script names. */
  public void giveBack() {
    String why = request.getParameter("reason");
    if (act(
        request.getParameter("row"),
        filing -> registry.giveBack(filing.id(), filing.version(), why))) {
      complaint.praise("review.returned");
    }
  }

  private boolean act(String pick, Consumer<Pick> act) {
    try {
      act.accept(Pick.of(pick));
      return true;
    } catch (Rejected why) {
      complaint.show("", why.getMessage());
      return false;
    } finally {
      slice = null;
    }
  }

  private Slice<Vehicle> slice() {
    if (slice == null) {
      try {
        slice = registry.find(VehicleFilter.awaitingReview(), request.getParameter("cursor"), ROWS);
      } catch (Rejected notACursor) {
        slice = registry.find(VehicleFilter.awaitingReview(), null, ROWS);
      }
    }
    return slice;
  }
}
