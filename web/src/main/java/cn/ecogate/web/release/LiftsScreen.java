package cn.ecogate.web.release;

import cn.ecogate.release.boundary.DutySearch;
import cn.ecogate.release.entity.DutyFilter;
import cn.ecogate.release.entity.LiftDuty;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Lifts that have to be explained, mine or all, by the filters in the address. */
@Named
@RequestScoped
public class LiftsScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject DutySearch search;
  @Inject Caller caller;

  private Address address;
  private Slice<LiftDuty> slice;

  @PostConstruct
  void read() {
    address = Address.read("/lifts.xhtml", request.getParameterMap(), "which", "lane");
  }

  public Address getAddress() {
    return address;
  }

  public List<DutyFilter.Which> getWhich() {
    return List.of(DutyFilter.Which.values());
  }

  public long getCount() {
    return search.count(filter());
  }

  public List<LiftDuty> getRows() {
    return slice().rows();
  }

  public Optional<String> getMore() {
    return slice().next().map(cursor -> address.with("cursor", cursor).link());
  }

  private DutyFilter filter() {
    return new DutyFilter(
        address.constant("which", DutyFilter.Which.class).orElse(null),
        address.get("lane"),
        caller.getUser());
  }

  private Slice<LiftDuty> slice() {
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
