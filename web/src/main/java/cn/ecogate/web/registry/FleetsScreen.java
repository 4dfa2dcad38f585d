package cn.ecogate.web.registry;

import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.Fleet;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.web.frame.Address;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/** The fleets whose vehicles are on file, with their shares by stage. */
@Named
@RequestScoped
public class FleetsScreen {

  private static final int MOST_ROWS = 500;

  @Inject HttpServletRequest request;
  @Inject Registry registry;

  private Address address;
  private List<Fleet> fleets;

  @PostConstruct
  void read() {
    address = Address.read("/fleets.xhtml", request.getParameterMap(), "text");
    fleets = registry.fleets(address.get("text"));
  }

  public Address getAddress() {
    return address;
  }

  public int getCount() {
    return fleets.size();
  }

  public List<Fleet> getRows() {
    return fleets.subList(0, Math.min(MOST_ROWS, fleets.size()));
  }

  /** The fleet's vehicles, of one stage if one is named. */
  public String link(Fleet fleet, EmissionStage stage) {
    Address list = new Address("/vehicles.xhtml", Map.of()).with("fleet", fleet.name());
    return (stage == null ? list : list.with("stage", stage.name())).link();
  }
}
