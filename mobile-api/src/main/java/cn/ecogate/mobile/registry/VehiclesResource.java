package cn.ecogate.mobile.registry;

import cn.ecogate.account.entity.Role;
import cn.ecogate.mobile.Query;
import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.ReviewState;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Transport vehicles: looked up, filed, changed, reviewed. */
@Path("/vehicles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VehiclesResource {

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
  public FiledPage find(@BeanParam VehicleCriteria criteria) {
    Slice<Vehicle> slice = registry.find(criteria.filter(), criteria.cursor(), criteria.rows());
    return new FiledPage(
        slice.rows().stream().map(vehicle -> FiledItem.of(vehicle, List.of())).toList(),
        slice.next().orElse(null));
  }

  @GET
  @Path("/{id: [0-9]{1,18}}")
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.KEEPER,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public FiledItem vehicle(@PathParam("id") long id) {
    return registry
        .vehicle(id)
        .map(this::item)
        .orElseThrow(() -> new Rejected("not-found", "", "没有编号为 " + id + " 的车辆备案。"));
  }

  @POST
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public Response file(VehicleTold told) {
    Vehicle filed = registry.file(Told.present(told).vehicle());
    return Response.created(URI.create("vehicles/" + filed.getId())).entity(item(filed)).build();
  }

  @PUT
  @Path("/{id: [0-9]{1,18}}")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public FiledItem amend(@PathParam("id") long id, VehicleTold told) {
    Vehicle typed = Told.present(told).vehicle();
    return item(registry.amend(typed.as(id, Told.version(told.version()))));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/plate")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public FiledItem changePlate(@PathParam("id") long id, PlateTold told) {
    return item(registry.changePlate(Told.present(told).of(id)));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/review")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public FiledItem review(@PathParam("id") long id, ReviewTold told) {
    long version = Told.version(Told.present(told).version());
    ReviewState outcome = Query.named("outcome", ReviewState.values(), told.outcome());
    if (outcome == ReviewState.IN_FORCE) {
      return item(registry.check(id, version));
    }
    if (outcome == ReviewState.RETURNED) {
      return item(registry.giveBack(id, version, told.reason()));
    }
    throw Query.unknown("outcome", String.valueOf(told.outcome()), "IN_FORCE，RETURNED");
  }

  private FiledItem item(Vehicle vehicle) {
    return FiledItem.of(vehicle, registry.oddities(vehicle));
  }
}
