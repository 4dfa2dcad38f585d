package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.BarrierSearch;
import cn.ecogate.passage.entity.BarrierFilter;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** What barriers did without a passage, by the filters in the address. */
@Named
@RequestScoped
public class BarriersScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject BarrierSearch search;

  private Address address;
  private Slice<BarrierRecord> slice;

  @PostConstruct
  void read() {
    address = Address.read("/barriers.xhtml", request.getParameterMap(), "lane", "kind", "waiting");
  }

  public Address getAddress() {
    return address;
  }

  public long getCount() {
    return search.count(filter());
  }

  public List<BarrierRecord> getRows() {
    return slice().rows();
  }

  public Optional<String> getMore() {
    return slice().next().map(cursor -> address.with("cursor", cursor).link());
  }

  private BarrierFilter filter() {
    return new BarrierFilter(
        address.has("lane") ? address.get("lane") : null,
        address.constant("kind", BarrierRecord.Kind.class).orElse(null),
        address.has("waiting"));
  }

  private Slice<BarrierRecord> slice() {
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
