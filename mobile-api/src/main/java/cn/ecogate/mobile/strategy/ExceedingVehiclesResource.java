package cn.ecogate.mobile.strategy;

import cn.ecogate.account.entity.Role;
import cn.ecogate.strategy.boundary.ExceedingList;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The exceeding list: platforms' entries to be read, the house's own to be made and released. */
@Path("/exceeding-vehicles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExceedingVehiclesResource {

  @Inject ExceedingList list;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public ListingPage find(@BeanParam ListingCriteria criteria) {
    Slice<ExceedingVehicle> slice =
        list.find(criteria.filter(), criteria.cursor(), criteria.rows());
    return new ListingPage(
        slice.rows().stream().map(ListingItem::of).toList(), slice.next().orElse(null));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public Response list(ListingTold told, @Context UriInfo uri) {
    if (told == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 plate、plateColor 和 reason。");
    }
    ListingItem item = ListingItem.of(list.list(told.listing()));
    return Response.created(uri.getAbsolutePathBuilder().path(String.valueOf(item.id())).build())
        .entity(item)
        .build();
  }

  @GET
  @Path("/{id: [0-9]{1,18}}")
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public ListingItem entry(@PathParam("id") long id) {
    return list.entry(id)
        .map(ListingItem::of)
        .orElseThrow(() -> new Rejected("not-found", "", "名单上没有编号为 " + id + " 的记录。"));
  }

  /** Only what the house itself listed. */
  @POST
  @Path("/{id: [0-9]{1,18}}/release")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public ListingItem release(@PathParam("id") long id, ListingRelease told) {
    if (told == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 why。");
    }
    return ListingItem.of(list.release(id, told.why()));
  }
}
