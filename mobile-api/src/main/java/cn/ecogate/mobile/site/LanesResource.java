package cn.ecogate.mobile.site;

import cn.ecogate.account.entity.Role;
import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.mobile.passage.PassageItem;
import cn.ecogate.passage.boundary.BarrierDesk;
import cn.ecogate.passage.boundary.ClosureShelf;
import cn.ecogate.passage.boundary.LaneDesk;
import cn.ecogate.passage.boundary.LockShelf;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** A handheld's start screen: every lane as it is now. */
@Path("/lanes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LanesResource {

  @Inject SiteBook siteBook;
  @Inject DeviceWatch devices;
  @Inject PassageSearch passages;
  @Inject LockShelf locks;
  @Inject ClosureShelf closures;
  @Inject BarrierDesk desk;
  @Inject LaneDesk lanes;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public List<LaneItem> lanes(@Context UriInfo uri) {
    return siteBook.site().gates().stream()
        .flatMap(gate -> gate.lanes().stream().map(lane -> item(gate, lane, uri)))
        .toList();
  }

  /** Recorded first, then told; the answer says what the barrier did about it. */
  @POST
  @Path("/{id}/barrier")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public BarrierActItem tell(@PathParam("id") String lane, BarrierOrder order) {
    if (order == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 act 和 reason。");
    }
    return BarrierActItem.of(desk.tell(lane, order.kind(), order.reason()));
  }

  /** From the answer on the rules let nobody in by this lane. */
  @POST
  @Path("/{id}/closure")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public LaneItem.ClosureItem close(@PathParam("id") String lane, ClosureTold told) {
    if (told == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 reason。");
    }
    return LaneItem.ClosureItem.of(lanes.close(lane, told.reason()));
  }

  @DELETE
  @Path("/{id}/closure")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public void open(@PathParam("id") String lane) {
    lanes.open(lane);
  }

  private LaneItem item(Gate gate, Lane lane, UriInfo uri) {
    PassageItem newest =
        passages.newest(lane.id()).map(passage -> PassageItem.of(passage, uri)).orElse(null);
    return LaneItem.of(
        lane,
        gate.name(),
        devices.barrier(lane.id()),
        locks.of(lane.id()),
        closures.of(lane.id()),
        newest);
  }
}
