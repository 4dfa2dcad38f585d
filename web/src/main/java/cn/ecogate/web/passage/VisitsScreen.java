package cn.ecogate.web.passage;

import cn.ecogate.passage.boundary.VisitSearch;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.passage.entity.VisitFilter;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Chip;
import cn.ecogate.web.frame.Moments;
import cn.ecogate.web.frame.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Who is inside and who was, by the filters in the address, page by page. */
@Named
@RequestScoped
public class VisitsScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject VisitSearch search;
  @Inject Words words;
  @Inject Moments moments;

  private Address address;
  private Slice<Visit> slice;
  private Long count;

  @PostConstruct
  void read() {
    address =
        Address.read(
            "/visits.xhtml",
            request.getParameterMap(),
            "state",
            "open",
            "long",
            "plate",
            "lane",
            "owner",
            "from",
            "to");
    for (String moment : new String[] {"from", "to"}) {
      address = Moments.local(address.get(moment)) == null ? address.without(moment) : address;
    }
    try {
      slice = search.find(filter(), request.getParameter("cursor"), ROWS);
    } catch (Rejected notACursor) {
      slice = search.find(filter(), null, ROWS);
    }
  }

  public Address getAddress() {
    return address;
  }

  /** True if it is asked who is inside now. */
  public boolean isInside() {
    return Visit.State.INSIDE.name().equals(address.get("state"));
  }

  public List<Visit> getRows() {
    return slice.rows();
  }

  public Optional<String> getMore() {
    return slice.next().map(cursor -> address.with("cursor", cursor).link());
  }

  public long getCount() {
    count = count == null ? search.count(filter()) : count;
    return count;
  }

  public List<Chip> getChips() {
    return Chip.of(address, words, this::word);
  }

  private String word(String name, String value) {
    return switch (name) {
      case "state" -> address.constant(name, Visit.State.class).map(words::of).orElse(value);
      case "open" -> words.say("visits.missing");
      case "long" -> words.say("visits.long");
      default -> value.replace('T', ' ');
    };
  }

  private VisitFilter filter() {
    return new VisitFilter(
        Moments.local(address.get("from")),
        Moments.local(address.get("to")),
        address.get("plate"),
        address.get("lane"),
        address.get("owner"),
        address.constant("state", Visit.State.class).orElse(null),
        address.has("long") ? moments.getNow().minus(Visit.LONG) : null,
        address.has("open"));
  }
}
