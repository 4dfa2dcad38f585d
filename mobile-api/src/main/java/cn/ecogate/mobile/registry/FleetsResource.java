package cn.ecogate.mobile.registry;

import cn.ecogate.account.entity.Role;
import cn.ecogate.registry.boundary.Registry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Fleets with their shares by stage. */
@Path("/fleets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FleetsResource {

  @Inject Registry registry;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.KEEPER,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public List<FleetItem> fleets(@QueryParam("text") String text) {
    return registry.fleets(text).stream().map(FleetItem::of).toList();
  }
}
