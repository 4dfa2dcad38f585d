package cn.ecogate.mobile.registry;

import cn.ecogate.account.entity.Role;
import cn.ecogate.registry.boundary.Cards;
import cn.ecogate.registry.entity.PlantVehicle;
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

/** Plant vehicles' cards: looked up, filed, kept up to date. */
@Path("/plant-vehicles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlantVehiclesResource {

  @Inject Cards cards;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.KEEPER,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public PlantVehiclePage find(@BeanParam CardCriteria criteria) {
    Slice<PlantVehicle> slice =
        cards.plantVehicles(criteria.filter(), criteria.cursor(), criteria.rows());
    return new PlantVehiclePage(
        slice.rows().stream().map(card -> PlantVehicleItem.of(card, List.of())).toList(),
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
  public PlantVehicleItem card(@PathParam("id") long id) {
    return cards
        .plantVehicle(id)
        .map(this::item)
        .orElseThrow(() -> new Rejected("not-found", "", "没有编号为 " + id + " 的卡片。"));
  }

  @POST
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.KEEPER})
  public Response file(PlantVehicleTold told) {
    PlantVehicle kept = cards.keep(Told.present(told).card());
    return Response.created(URI.create("plant-vehicles/" + kept.getId()))
        .entity(item(kept))
        .build();
  }

  @PUT
  @Path("/{id: [0-9]{1,18}}")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.KEEPER})
  public PlantVehicleItem amend(@PathParam("id") long id, PlantVehicleTold told) {
    PlantVehicle card = Told.present(told).card();
    card.become(id, Told.version(told.version()));
    return item(cards.keep(card));
  }

  private PlantVehicleItem item(PlantVehicle card) {
    return PlantVehicleItem.of(card, cards.oddities(card));
  }
}
