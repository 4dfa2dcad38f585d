package cn.ecogate.web.registry;

import cn.ecogate.registry.boundary.Cards;
import cn.ecogate.registry.entity.CardFilter;
import cn.ecogate.registry.entity.Machine;
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

/** The machines whose cards fit the filters in the address. */
@Named
@RequestScoped
public class MachinesScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject Cards cards;

  private Address address;
  private CardFilter filter;
  private Slice<Machine> slice;

  @PostConstruct
  void read() {
    address = CardAddress.read("/machines.xhtml", request.getParameterMap());
    filter = CardAddress.filter(address);
    try {
      slice = cards.machines(filter, request.getParameter("cursor"), ROWS);
    } catch (Rejected notACursor) {
      slice = cards.machines(filter, null, ROWS);
    }
  }

  public Address getAddress() {
    return address;
  }

  public List<Machine> getRows() {
    return slice.rows();
  }

  public Optional<String> getMore() {
    return slice.next().map(cursor -> address.with("cursor", cursor).link());
  }

  public long getCount() {
    return cards.countMachines(filter);
  }
}
