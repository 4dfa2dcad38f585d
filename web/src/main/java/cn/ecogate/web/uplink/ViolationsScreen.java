package cn.ecogate.web.uplink;

import cn.ecogate.uplink.boundary.Received;
import cn.ecogate.uplink.entity.Violation;
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

/** The register of violations that platforms have told of. */
@Named
@RequestScoped
public class ViolationsScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject Received received;

  private Address address;
  private Slice<Violation> slice;

  @PostConstruct
  void read() {
    address = Address.read("/violations.xhtml", request.getParameterMap(), "plate");
  }

  public Address getAddress() {
    return address;
  }

  public long getCount() {
    return received.countViolations(address.get("plate"));
  }

  public List<Violation> getRows() {
    return slice().rows();
  }

  public Optional<String> getMore() {
    return slice().next().map(cursor -> address.with("cursor", cursor).link());
  }

  private Slice<Violation> slice() {
    if (slice == null) {
      try {
        slice = received.violations(address.get("plate"), request.getParameter("cursor"), ROWS);
      } catch (Rejected notACursor) {
        slice = received.violations(address.get("plate"), null, ROWS);
      }
    }
    return slice;
  }
}
