package cn.ecogate.mobile.registry;

import cn.ecogate.account.entity.Role;
import cn.ecogate.registry.boundary.Cards;
import cn.ecogate.registry.entity.Machine;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Machines' cards: looked up by a scan, filed, kept up to date by their keepers. */
@Path("/machines")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MachinesResource {

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
  public MachinePage find(@BeanParam CardCriteria criteria) {
    Slice<Machine> slice = cards.machines(criteria.filter(), criteria.cursor(), criteria.rows());
    return new MachinePage(
        slice.rows().stream().map(card -> MachineItem.of(card, List.of())).toList(),
        slice.next().orElse(null));
  }

  /** What a keeper's scanner read: the tag's text, the registration code or the PIN. */
  @GET
  @Path("/scan")
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.KEEPER,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public MachineItem scanned(@QueryParam("text") String text) {
    return cards
        .scanned(text)
        .map(this::item)
        .orElseThrow(
            () -> new Rejected("not-found", "text", "没有机械的标签、登记编码或识别码是“" + text + "”，请核对或新建卡片。"));
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
  public MachineItem card(@PathParam("id") long id) {
    return cards
        .machine(id)
        .map(this::item)
        .orElseThrow(() -> new Rejected("not-found", "", "没有编号为 " + id + " 的卡片。"));
  }

  @POST
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.KEEPER})
  public Response file(MachineTold told) {
    Machine kept = cards.keep(Told.present(told).card());
    return Response.created(URI.create("machines/" + kept.getId())).entity(item(kept)).build();
  }

  @PUT
  @Path("/{id: [0-9]{1,18}}")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.KEEPER})
  public MachineItem amend(@PathParam("id") long id, MachineTold told) {
    Machine card = Told.present(told).card();
    card.become(id, Told.version(told.version()));
    return item(cards.keep(card));
  }

  private MachineItem item(Machine card) {
    return MachineItem.of(card, cards.oddities(card));
  }
}
