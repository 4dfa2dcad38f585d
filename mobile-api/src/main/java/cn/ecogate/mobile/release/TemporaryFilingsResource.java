package cn.ecogate.mobile.release;

import cn.ecogate.account.entity.Role;
import cn.ecogate.release.boundary.LaneFilingDesk;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** Vehicles nobody has filed, filed at their lane and decided about at once. */
@Path("/temporary-filings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TemporaryFilingsResource {

  @Inject LaneFilingDesk desk;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public LaneFiledItem file(LaneFilingTold told, @Context UriInfo uri) {
    if (told == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 key、lane、plate、color、stage 等内容。");
    }
    return LaneFiledItem.of(desk.file(told.filing()), uri);
  }
}
