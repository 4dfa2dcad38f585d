package cn.ecogate.web.confirmation;

import cn.ecogate.confirmation.boundary.ConfirmationDesk;
import cn.ecogate.confirmation.boundary.ConfirmationSearch;
import cn.ecogate.confirmation.entity.Confirmation;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What has to be confirmed, by its state in the address; and a machine asked for by hand. */
@Named
@RequestScoped
public class ConfirmationsScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject ExternalContext context;
  @Inject ConfirmationSearch search;
  @Inject ConfirmationDesk desk;
  @Inject Complaint complaint;

  private Address address;
  private Slice<Confirmation> slice;
  private String machine;
  private String reason;

  @PostConstruct
  void read() {
    address = Address.read("/confirmations.xhtml", request.getParameterMap(), "state");
    try {
      slice = search.find(state(), request.getParameter("cursor"), ROWS);
    } catch (Rejected notACursor) {
      slice = search.find(state(), null, ROWS);
    }
  }

  public Address getAddress() {
    return address;
  }

  public List<Confirmation> getRows() {
    return slice.rows();
  }

  public Optional<String> getMore() {
    return slice.next().map(cursor -> address.with("cursor", cursor).link());
  }

  public long getCount() {
    return search.count(state());
  }

  public long count(Confirmation.State state) {
    return search.count(state);
  }

  /** The one about that entry of the exceeding list, null if there is none yet. */
  public Confirmation ofListing(long listing) {
    return search.ofListing(listing).orElse(null);
  }

  public List<Confirmation.State> getStates() {
    return List.of(Confirmation.State.values());
  }

  public void open() throws IOException {
    try {
      Confirmation work = desk.open(machine, reason);
      complaint.praiseNext("confirmation.is-opened", work.getMachine());
      context.redirect("/confirmation.xhtml?id=" + work.getId());
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  public String getMachine() {
    return machine;
  }

  public void setMachine(String machine) {
    this.machine = machine;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  private Confirmation.State state() {
    return address.constant("state", Confirmation.State.class).orElse(null);
  }
}
