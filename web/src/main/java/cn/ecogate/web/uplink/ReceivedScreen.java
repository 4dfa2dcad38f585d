package cn.ecogate.web.uplink;

import cn.ecogate.uplink.boundary.Received;
import cn.ecogate.uplink.entity.Receipt;
import cn.ecogate.uplink.entity.ReceiptFilter;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.Sending;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * What platforms have sent down: how fresh each kind is, and every answer that changed something.
 */
@Named
@RequestScoped
public class ReceivedScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject Received received;
  @Inject Complaint complaint;

  private Address address;
  private Slice<Receipt> slice;
  private List<Sending> sendings;

  @PostConstruct
  void read() {
    address = Address.read("/received.xhtml", request.getParameterMap(), "platform", "kind", "odd");
  }

  public Address getAddress() {
    return address;
  }

  public List<Sending> getSendings() {
    sendings = sendings == null ? received.sendings() : sendings;
    return sendings;
  }

  /** The platforms that send something, in the order of the site. */
  public List<String> getPlatforms() {
    return getSendings().stream().map(Sending::platformId).distinct().toList();
  }

  public List<ReceiptKind> getKinds() {
    return List.of(ReceiptKind.values());
  }

  public long getCount() {
    return received.count(filter());
  }

  public List<Receipt> getRows() {
    return slice().rows();
  }

  public Optional<String> getMore() {
    return slice().next().map(cursor -> address.with("cursor", cursor).link());
  }

  /** Asks every platform for everything within seconds. */
  public String ask() {
    try {
      getPlatforms().forEach(received::askNow);
    } catch (Rejected why) {
      complaint.show(why);
      return null;
    }
    complaint.praiseNext("received.asked");
    return "/received.xhtml?faces-redirect=true";
  }

  private ReceiptFilter filter() {
    return new ReceiptFilter(
        address.get("platform"),
        address.constant("kind", ReceiptKind.class).orElse(null),
        address.has("odd"));
  }

  private Slice<Receipt> slice() {
    if (slice == null) {
      try {
        slice = received.find(filter(), request.getParameter("cursor"), ROWS);
      } catch (Rejected notACursor) {
        slice = received.find(filter(), null, ROWS);
      }
    }
    return slice;
  }
}
