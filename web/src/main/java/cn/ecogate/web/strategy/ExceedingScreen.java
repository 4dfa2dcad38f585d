package cn.ecogate.web.strategy;

import cn.ecogate.strategy.boundary.ExceedingList;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.strategy.entity.ListReception;
import cn.ecogate.strategy.entity.ListingFilter;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Chip;
import cn.ecogate.web.frame.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The exceeding list, platforms' entries and the house's own, by the filters in the address. */
@Named
@RequestScoped
public class ExceedingScreen {

  private static final int ROWS = 50;
  private static final int RECEPTIONS = 20;

  @Inject HttpServletRequest request;
  @Inject ExceedingList list;
  @Inject Words words;

  private Address address;
  private Slice<ExceedingVehicle> slice;
  private Long count;
  private List<ListReception> receptions;

  @PostConstruct
  void read() {
    address =
        Address.read("/exceeding.xhtml", request.getParameterMap(), "text", "whose", "standing");
    try {
      slice = list.find(filter(), request.getParameter("cursor"), ROWS);
    } catch (Rejected notACursor) {
      slice = list.find(filter(), null, ROWS);
    }
  }

  public Address getAddress() {
    return address;
  }

  public List<ExceedingVehicle> getRows() {
    return slice.rows();
  }

  public Optional<String> getMore() {
    return slice.next().map(cursor -> address.with("cursor", cursor).link());
  }

  public long getCount() {
    count = count == null ? list.count(filter()) : count;
    return count;
  }

  /** What platforms' lists brought, newest first. */
  public List<ListReception> getReceptions() {
    receptions = receptions == null ? list.receptions(RECEPTIONS) : receptions;
    return receptions;
  }

  public List<Chip> getChips() {
    return Chip.of(address, words, this::word);
  }

  private String word(String name, String value) {
    return switch (name) {
      case "whose" ->
          words.say("PLATFORM".equals(value) ? "exceeding.platform" : "exceeding.house");
      case "standing" ->
          words.say("RELEASED".equals(value) ? "exceeding.released" : "exceeding.standing");
      default -> value;
    };
  }

  private ListingFilter filter() {
    return new ListingFilter(
        address.get("text"),
        address.has("whose") ? Boolean.valueOf("HOUSE".equals(address.get("whose"))) : null,
        address.has("standing")
            ? Boolean.valueOf("RELEASED".equals(address.get("standing")))
            : null);
  }
}
