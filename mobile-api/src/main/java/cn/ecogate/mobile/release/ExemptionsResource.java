package cn.ecogate.mobile.release;

import cn.ecogate.account.entity.Role;
import cn.ecogate.release.boundary.ReleaseDesk;
import cn.ecogate.release.entity.Release;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** Exemptions between the guard who asks and the person who answers. */
@Path("/exemptions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExemptionsResource {

  private static final int LONGEST_WAIT = 30;

  @Inject ReleaseDesk desk;
  @Inject ExemptionBell bell;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public ReleaseItem ask(NewExemptionTold wanted, @Context UriInfo uri) {
    if (wanted == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 key、passage、cause、words、promisedUntil。");
    }
    return ReleaseItem.of(desk.ask(wanted.wanted()), base(uri));
  }

  /** At once if they are others than those already seen, else as soon as they are. */
  @GET
  @Path("/waiting")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public void waiting(
      @QueryParam("seen") String seen,
      @QueryParam("wait") String wait,
      @Context UriInfo uri,
      @Suspended AsyncResponse answer) {
    bell.answer(answer, base(uri), seen, seconds(wait));
  }

  /** The first answer, withdrawal, expiry or departure holds; the state says which it was. */
  @POST
  @Path("/{id: [0-9]{1,18}}/answer")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public ReleaseItem answer(@PathParam("id") long id, ExemptionAnswer given, @Context UriInfo uri) {
    if (given == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 approve 和 words。");
    }
    if (given.approve() == null) {
      throw new Rejected("approve-missing", "approve", "请写明 approve：true 批准，false 不批准。");
    }
    Release kept =
        desk.answer(id, given.approve(), given.words())
            .match(
                opened -> opened.kept(),
                notOpened -> notOpened.kept(),
                declined -> declined.kept(),
                tooLate -> {
                  throw over(tooLate.kept());
                });
    return ReleaseItem.of(kept, base(uri));
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/withdrawal")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public ReleaseItem withdraw(@PathParam("id") long id, @Context UriInfo uri) {
    Release kept = desk.withdraw(id);
    if (kept.getState() != Release.State.WITHDRAWN) {
      throw over(kept);
    }
    return ReleaseItem.of(kept, base(uri));
  }

  private static Rejected over(Release kept) {
    return new Rejected(
        "exemption-over",
        "",
        "晚了一步：该申请"
            + kept.getState().label()
            + (kept.getAnsweredBy() == null ? "" : "（" + kept.getAnsweredBy() + "）")
            + "，请刷新列表。");
  }

  private static int seconds(String wait) {
    if (wait == null || wait.isBlank()) {
      return 0;
    }
    if (!wait.strip().matches("[0-9]{1,2}") || Integer.parseInt(wait.strip()) > LONGEST_WAIT) {
      throw new Rejected("query-value", "wait", "wait 应为 0 到 " + LONGEST_WAIT + " 秒的整数。");
    }
    return Integer.parseInt(wait.strip());
  }

  private static String base(UriInfo uri) {
    return uri.getBaseUri().getPath();
  }
}
