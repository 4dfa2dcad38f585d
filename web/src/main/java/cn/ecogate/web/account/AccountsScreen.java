package cn.ecogate.web.account;

import cn.ecogate.account.boundary.AccountDesk;
import cn.ecogate.account.entity.AccountCard;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Who may come in, for the administrator. */
@Named
@RequestScoped
public class AccountsScreen {

  @Inject HttpServletRequest request;
  @Inject AccountDesk desk;
  @Inject Caller caller;

  private Address address;
  private List<AccountCard> rows = List.of();

  @PostConstruct
  void read() {
    address = Address.read("/accounts.xhtml", request.getParameterMap(), "text");
    if (caller.isAdministrator()) {
      rows = desk.find(address.get("text"));
    }
  }

  public Address getAddress() {
    return address;
  }

  public List<AccountCard> getRows() {
    return rows;
  }
}
