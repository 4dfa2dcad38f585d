package cn.ecogate.mobile.release;

import cn.ecogate.account.entity.Role;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.passage.boundary.BarrierSearch;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.release.boundary.DutyDesk;
import cn.ecogate.release.boundary.DutySearch;
import cn.ecogate.release.entity.DutyFilter;
import cn.ecogate.release.entity.LiftDuty;
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
import jakarta.ws.rs.core.SecurityContext;

/** What barriers did by themselves, and who has to say why. */
@Path("/lift-duties")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LiftDutiesResource {

  @Inject DutySearch search;
  @Inject DutyDesk desk;
  @Inject BarrierSearch barriers;
  @Inject PhotoArchive archive;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public LiftDutyPage find(@BeanParam DutyCriteria criteria, @Context SecurityContext caller) {
    DutyFilter filter = criteria.filter(caller.getUserPrincipal().getName());
    Slice<LiftDuty> slice = search.find(filter, criteria.cursor(), criteria.rows());
    return new LiftDutyPage(
        slice.rows().stream().map(this::item).toList(), slice.next().orElse(null));
  }

  @GET
  @Path("/{id: [0-9]{1,18}}/photo")
  @Produces("image/jpeg")
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public Response photo(@PathParam("id") long id) {
    BarrierRecord record =
        barriers
            .record(id)
            .orElseThrow(() -> new Rejected("not-found", "", "没有编号为 " + id + " 的待说明道闸记录。"));
    return archive
        .original(record.getPhoto())
        .map(file -> Response.ok(file.toFile()).header("Cache-Control", "private").build())
        .orElseThrow(() -> new Rejected("photo-missing", "", "这条道闸记录没有照片。"));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/explanation")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public LiftDutyItem explain(@PathParam("id") long id, LiftExplained told) {
    if (told == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 cause、words。");
    }
    return item(desk.explain(id, told.reason(), told.words(), told.bytes()));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/review")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public LiftDutyItem review(@PathParam("id") long id, LiftReviewed told) {
    if (told == null || told.accept() == null) {
      throw new Rejected("body-missing", "accept", "请以 JSON 提交 accept 和 words。");
    }
    return item(desk.review(id, told.accept(), told.words()));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/assignment")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public LiftDutyItem assign(@PathParam("id") long id, LiftAssigned told) {
    if (told == null) {
      throw new Rejected("body-missing", "person", "请以 JSON 提交 person。");
    }
    return item(desk.assign(id, told.person()));
  }

  private LiftDutyItem item(LiftDuty duty) {
    return LiftDutyItem.of(duty, barriers.record(duty.getRecordId()).orElseThrow());
  }
}
