package cn.ecogate.mobile.confirmation;

import cn.ecogate.account.entity.Role;
import cn.ecogate.confirmation.boundary.ConfirmationDesk;
import cn.ecogate.confirmation.boundary.ConfirmationSearch;
import cn.ecogate.confirmation.entity.Confirmation;
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

/** Confirmations: re-check on the spot with a picture, verify by another person. */
@Path("/confirmations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConfirmationsResource {

  @Inject ConfirmationSearch search;
  @Inject ConfirmationDesk desk;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.KEEPER,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public ConfirmationPage find(@BeanParam ConfirmationCriteria criteria) {
    Slice<Confirmation> slice = search.find(criteria.state(), criteria.cursor(), criteria.rows());
    return new ConfirmationPage(
        slice.rows().stream().map(ConfirmationItem::of).toList(), slice.next().orElse(null));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.KEEPER})
  public Response open(ConfirmationAsked asked, @Context UriInfo uri) {
    if (asked == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 machine 和 reason。");
    }
    ConfirmationItem item = ConfirmationItem.of(desk.open(asked.machine(), asked.reason()));
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
    Role.Names.KEEPER,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public ConfirmationItem one(@PathParam("id") long id) {
    return search
        .one(id)
        .map(ConfirmationItem::of)
        .orElseThrow(() -> new Rejected("not-found", "", "没有编号为 " + id + " 的超标信息确认。"));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/check")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD, Role.Names.KEEPER})
  public ConfirmationItem check(@PathParam("id") long id, CheckTold told) {
    if (told == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 finding 和 words。");
    }
    return ConfirmationItem.of(desk.check(id, told.check()));
  }

  /** Accepted, it is the answer; otherwise somebody has to look again. */
  @POST
  @Path("/{id: [0-9]{1,18}}/verification")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public ConfirmationItem verify(@PathParam("id") long id, VerificationTold told) {
    if (told == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 accepted，退回时还有 verdict。");
    }
    return ConfirmationItem.of(
        told.accepted() ? desk.verify(id, told.verdict()) : desk.giveBack(id, told.verdict()));
  }
}
