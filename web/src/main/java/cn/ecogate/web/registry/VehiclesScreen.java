package cn.ecogate.web.registry;

import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Moments;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The vehicles on file that fit the filters in the address. */
@Named
@RequestScoped
public class VehiclesScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject Registry registry;
  @Inject Moments moments;

  private Address address;
  private VehicleFilter filter;
  private Slice<Vehicle> slice;

  @PostConstruct
  void read() {
    address = VehicleAddress.read(request.getParameterMap());
    filter = VehicleAddress.filter(address, moments.getToday());
    try {
      slice = registry.find(filter, request.getParameter("cursor"), ROWS);
    } catch (Rejected notACursor) {
      slice = registry.find(filter, null, ROWS);
    }
  }

  public Address getAddress() {
    return address;
  }

  public List<Vehicle> getRows() {
    return slice.rows();
  }

  public Optional<String> getMore() {
    return slice.next().map(cursor -> address.with("cursor", cursor).link());
  }

  /** The table of exactly these vehicles. */
  public String getSheet() {
    return new Address("/sheets/vehicles", address.values()).link();
  }

  public long getCount() {
    return registry.count(filter);
  }
}
