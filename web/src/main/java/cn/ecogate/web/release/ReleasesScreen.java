package cn.ecogate.web.release;

import cn.ecogate.release.boundary.ReleaseSearch;
import cn.ecogate.release.entity.Release;
import cn.ecogate.release.entity.ReleaseFilter;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Moments;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Releases and exemptions by the filters in the address, with their promises to file. */
@Named
@RequestScoped
public class ReleasesScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject ReleaseSearch search;

  private Address address;
  private Slice<Release> slice;

  @PostConstruct
  void read() {
    address =
        Address.read(
            "/releases.xhtml",
            request.getParameterMap(),
            "kind",
            "state",
            "lane",
            "plate",
            "from",
            "to",
            "promise");
  }

  public Address getAddress() {
    return address;
  }

  public List<Release.Kind> getKinds() {
    return List.of(Release.Kind.values());
  }

  public List<Release.State> getStates() {
    return List.of(Release.State.values());
  }

  public List<ReleaseFilter.Promise> getPromises() {
    return List.of(ReleaseFilter.Promise.values());
  }

  public long getCount() {
    return search.count(filter());
  }

  public List<Release> getRows() {
    return slice().rows();
  }

  public Optional<String> getMore() {
    return slice().next().map(cursor -> address.with("cursor", cursor).link());
  }

  private ReleaseFilter filter() {
    return new ReleaseFilter(
        address.constant("kind", Release.Kind.class).orElse(null),
        address.constant("state", Release.State.class).orElse(null),
        address.get("lane"),
        address.get("plate"),
        day("from", 0),
        day("to", 1),
        address.constant("promise", ReleaseFilter.Promise.class).orElse(null));
  }

  /** The beginning of that day, so many days later; null if the address names none. */
  private Instant day(String name, int later) {
    try {
      return LocalDate.parse(address.get(name))
          .plusDays(later)
          .atStartOfDay(Moments.PLANT_ZONE)
          .toInstant();
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  private Slice<Release> slice() {
    if (slice == null) {
      try {
        slice = search.find(filter(), request.getParameter("cursor"), ROWS);
      } catch (Rejected notACursor) {
        slice = search.find(filter(), null, ROWS);
      }
    }
    return slice;
  }
}
