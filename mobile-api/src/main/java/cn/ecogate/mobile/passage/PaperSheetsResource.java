package cn.ecogate.mobile.passage;

import cn.ecogate.account.entity.Role;
import cn.ecogate.passage.boundary.PaperDesk;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Paper sheets of an outage, entered whole afterwards. */
@Path("/paper-sheets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PaperSheetsResource {

  private static final int UNPROCESSABLE = 422;

  @Inject PaperDesk desk;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public Response enterPaper(
      PaperTold told, @Context SecurityContext caller, @Context UriInfo uri) {
    if (told == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 sheet、writer、lines。");
    }
    return desk.enter(told.told(), caller.getUserPrincipal().getName())
        .match(
            entered ->
                Response.status(Response.Status.CREATED)
                    .entity(
                        new PaperEntered(
                            entered.passages().stream()
                                .map(passage -> PassageItem.of(passage, uri))
                                .toList(),
                            List.of()))
                    .build(),
            returned ->
                Response.status(UNPROCESSABLE)
                    .entity(
                        new PaperEntered(
                            List.of(),
                            returned.faults().stream().map(PaperEntered.Fault::of).toList()))
                    .build());
  }
}
