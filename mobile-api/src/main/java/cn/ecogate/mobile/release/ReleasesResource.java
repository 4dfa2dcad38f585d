package cn.ecogate.mobile.release;

import cn.ecogate.account.entity.Role;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.release.boundary.ReleaseDesk;
import cn.ecogate.release.boundary.ReleaseSearch;
import cn.ecogate.release.entity.Release;
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
import java.util.Optional;

/** Releases by a guard, and the list of everything that was ever let in by a person. */
@Path("/releases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReleasesResource {

  private static final String JPEG = "image/jpeg";

  @Inject ReleaseDesk desk;
  @Inject ReleaseSearch search;
  @Inject PhotoArchive archive;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public ReleasePage find(@BeanParam ReleaseCriteria criteria, @Context UriInfo uri) {
    Slice<Release> slice = search.find(criteria.filter(), criteria.cursor(), criteria.rows());
    return new ReleasePage(
        slice.rows().stream().map(release -> ReleaseItem.of(release, base(uri))).toList(),
        slice.next().orElse(null));
  }

  /** Recorded first, then the barrier is told; the answer says what it did. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public ReleaseItem release(NewReleaseTold wanted, @Context UriInfo uri) {
    if (wanted == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 key、passage、cause、words。");
    }
    return ReleaseItem.of(desk.release(wanted.wanted()).release(), base(uri));
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
  public ReleaseItem release(@PathParam("id") long id, @Context UriInfo uri) {
    return ReleaseItem.of(known(id), base(uri));
  }

  @GET
  @Path("/{id: [0-9]{1,18}}/photo")
  @Produces(JPEG)
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public Response photo(@PathParam("id") long id) {
    return Optional.ofNullable(known(id).getPhoto())
        .flatMap(archive::original)
        .map(file -> Response.ok(file.toFile(), JPEG).header("Cache-Control", "private").build())
        .orElseThrow(() -> new Rejected("photo-missing", "", "这条放行没有另拍的照片。"));
  }

  private Release known(long id) {
    return search
        .release(id)
        .orElseThrow(() -> new Rejected("not-found", "", "没有编号为 " + id + " 的放行记录。"));
  }

  private static String base(UriInfo uri) {
    return uri.getBaseUri().getPath();
  }
}
