package cn.ecogate.mobile.site;

import cn.ecogate.account.entity.Role;
import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.mobile.passage.PassageItem;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Gate;
import cn.ecogate.site.entity.Lane;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

  private LaneItem item(Gate gate, Lane lane, UriInfo uri) {
    PassageItem newest =
        passages.newest(lane.id()).map(passage -> PassageItem.of(passage, uri)).orElse(null);
    return LaneItem.of(lane, gate.name(), devices.barrier(lane.id()), newest);
  }
}
