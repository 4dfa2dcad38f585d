package cn.ecogate.web.uplink;

import cn.ecogate.uplink.boundary.Uploads;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.PlatformStatus;
import cn.ecogate.vocabulary.Slice;
import cn.ecogate.web.frame.Address;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The lines to the platforms and what waits in front of them. */
@Named
@RequestScoped
public class UploadsScreen {

  /** What HJ 1321-2023 asks of the transfer rate. */
  private static final double LEAST_TRANSFER_RATE = 0.95;

  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject Uploads uploads;

  private Address address;
  private Slice<Dispatch> slice;

  @PostConstruct
  void read() {
    address = Address.read("/uploads.xhtml", request.getParameterMap(), "platform", "state");
  }

  public Address getAddress() {
    return address;
  }

  public List<PlatformStatus> getPlatforms() {
    return uploads.platforms();
  }

  public boolean enough(PlatformStatus platform) {
    return platform.transferRate() >= LEAST_TRANSFER_RATE;
  }

  public List<Dispatch> getRows() {
    return slice().rows();
  }

  public Optional<String> getMore() {
    return slice().next().map(cursor -> address.with("cursor", cursor).link());
  }

  private Slice<Dispatch> slice() {
    if (slice == null) {
      String cursor = request.getParameter("cursor");
      var state = address.constant("state", Dispatch.State.class).orElse(null);
      String platform = address.has("platform") ? address.get("platform") : null;
      slice = uploads.find(platform, state, cursor, ROWS);
    }
    return slice;
  }
}
