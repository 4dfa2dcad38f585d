package cn.ecogate.web.uplink;

import cn.ecogate.uplink.boundary.TransferBook;
import cn.ecogate.uplink.boundary.Uploads;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.DispatchFilter;
import cn.ecogate.uplink.entity.PlatformStatus;
import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.uplink.entity.TransferRate;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The lines to the platforms and what waits in front of them. */
@Named
@RequestScoped
public class UploadsScreen {

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject Uploads uploads;

  private Address address;
  private Slice<Dispatch> slice;

  @PostConstruct
  void read() {
    address =
        Address.read(
            "/uploads.xhtml",
            request.getParameterMap(),
            "platform",
            "state",
            "kind",
            "gate",
            "subject",
            "from",
            "to",
            "only");
    for (String day : List.of("from", "to")) {
      address = Days.parse(address.get(day)).isEmpty() ? address.without(day) : address;
    }
  }

  public Address getAddress() {
    return address;
  }

  public List<PlatformStatus> getPlatforms() {
    return uploads.platforms();
  }

  public boolean enough(PlatformStatus platform) {
    return platform.transferRate() >= TransferRate.REQUIRED;
  }

  public long getCount() {
    return uploads.count(filter());
  }

  public List<Dispatch> getRows() {
    return slice().rows();
  }

  public Optional<String> getMore() {
    return slice().next().map(cursor -> address.with("cursor", cursor).link());
  }

  private DispatchFilter filter() {
    Optional<LocalDate> from = Days.parse(address.get("from"));
    Optional<LocalDate> to = Days.parse(address.get("to"));
    return new DispatchFilter(
        address.get("platform"),
        address.constant("state", Dispatch.State.class).orElse(null),
        address.constant("kind", RecordKind.class).orElse(null),
        address.get("gate"),
        address.get("subject"),
        from.map(TransferBook::begin).orElse(null),
        to.map(day -> TransferBook.begin(day.plusDays(1))).orElse(null),
        address.constant("only", DispatchFilter.Only.class).orElse(null));
  }

  private Slice<Dispatch> slice() {
    if (slice == null) {
      try {
        slice = uploads.find(filter(), request.getParameter("cursor"), ROWS);
      } catch (Rejected notACursor) {
        slice = uploads.find(filter(), null, ROWS);
      }
    }
    return slice;
  }
}
