package cn.ecogate.web.strategy;

import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.StrategyCard;
import cn.ecogate.strategy.entity.StrategyFilter;
import cn.ecogate.strategy.entity.StrategyState;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Moments;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The control strategies by the filters in the address: in force, coming, over. */
@Named
@RequestScoped
public class StrategiesScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject Strategies strategies;
  @Inject Moments moments;

  private Address address;
  private List<StrategyCard> cards;
  private int first;

  /** Whose it is. */
  enum Setter {
    PLATFORM,
    PLANT
  }

  @PostConstruct
  void read() {
    address = Address.read("/strategies.xhtml", request.getParameterMap(), "state", "by", "alert");
    Boolean house = address.constant("by", Setter.class).map(Setter.PLANT::equals).orElse(null);
    StrategyFilter filter =
        new StrategyFilter(
            address.constant("state", StrategyState.class).orElse(null),
            address.constant("alert", AlertLevel.class).orElse(null),
            house,
            null);
    cards = strategies.cards(filter, moments.getNow());
    String from = request.getParameter("cursor");
    first = from != null && from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
  }

  public Address getAddress() {
    return address;
  }

  public List<StrategyState> getStates() {
    return List.of(StrategyState.values());
  }

  public List<Setter> getSetters() {
    return List.of(Setter.values());
  }

  public int getCount() {
    return cards.size();
  }

  public List<StrategyCard> getRows() {
    return cards.subList(Math.min(first, cards.size()), Math.min(first + ROWS, cards.size()));
  }

  public Optional<String> getMore() {
    return first + ROWS < cards.size()
        ? Optional.of(address.with("cursor", String.valueOf(first + ROWS)).link())
        : Optional.empty();
  }

  public String sentence(ControlStrategy strategy) {
    return strategies.sentence(strategy);
  }
}
