package cn.ecogate.mobile.passage;

import cn.ecogate.account.entity.Role;
import cn.ecogate.passage.boundary.VisitDesk;
import cn.ecogate.passage.boundary.VisitSearch;
import cn.ecogate.passage.entity.Visit;
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
import jakarta.ws.rs.core.SecurityContext;

/** Who is inside and who was; what became of a vehicle whose exit nobody recorded. */
@Path("/visits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VisitsResource {

  @Inject VisitSearch search;
  @Inject VisitDesk desk;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public VisitPage find(@BeanParam VisitCriteria criteria) {
    Slice<Visit> slice = search.find(criteria.filter(), criteria.cursor(), criteria.rows());
    return new VisitPage(
        slice.rows().stream().map(VisitItem::of).toList(), slice.next().orElse(null));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/closing")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public VisitItem close(
      @PathParam("id") long id, VisitWordTold told, @Context SecurityContext caller) {
    if (told == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 reason，以及知道时的 moment。");
    }
    return VisitItem.of(
        desk.close(id, told.at(), told.reason(), caller.getUserPrincipal().getName()));
  }
}
