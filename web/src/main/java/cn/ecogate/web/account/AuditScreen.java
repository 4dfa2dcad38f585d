package cn.ecogate.web.account;

import cn.ecogate.account.boundary.AuditSearch;
import cn.ecogate.account.entity.AuditFilter;
import cn.ecogate.account.entity.AuditLine;
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

/** What people did that fits the filters in the address. */
@Named
@RequestScoped
public class AuditScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject AuditSearch search;

  private Address address;
  private AuditFilter filter;
  private Slice<AuditLine> slice;

  @PostConstruct
  void read() {
    address =
        Address.read(
            "/audit.xhtml", request.getParameterMap(), "who", "act", "subject", "from", "to");
    filter =
        new AuditFilter(
            address.get("who"),
            address.get("act"),
            address.get("subject"),
            Moments.local(address.get("from")),
            Moments.local(address.get("to")));
    try {
      slice = search.find(filter, request.getParameter("cursor"), ROWS);
    } catch (Rejected notACursor) {
      slice = search.find(filter, null, ROWS);
    }
  }

  public Address getAddress() {
    return address;
  }

  public List<String> getActs() {
    return search.acts();
  }

  public List<AuditLine> getRows() {
    return slice.rows();
  }

  public Optional<String> getMore() {
    return slice.next().map(cursor -> address.with("cursor", cursor).link());
  }

  public long getCount() {
    return search.count(filter);
  }
}
