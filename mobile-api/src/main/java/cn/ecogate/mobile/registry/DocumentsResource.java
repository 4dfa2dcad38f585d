package cn.ecogate.mobile.registry;

import cn.ecogate.account.entity.Role;
import cn.ecogate.registry.boundary.DocumentDesk;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Pictures of papers and name plates: kept first, then named by the filing. */
@Path("/documents")
@RequestScoped
public class DocumentsResource {

  @Inject DocumentDesk desk;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD, Role.Names.KEEPER})
  public DocumentKept keep(DocumentTold told) {
    return new DocumentKept(desk.keep(Told.present(told).bytes(), "image"));
  }

  @GET
  @Path("/{digest: [0-9a-f]{64}}")
  @Produces("image/*")
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.KEEPER,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public Response picture(@PathParam("digest") String digest) {
    return desk.file(digest)
        .map(file -> Response.ok(file.toFile(), "image/jpeg").header("Cache-Control", "private"))
        .orElseThrow(() -> new Rejected("photo-missing", "", "没有这张图片。"))
        .build();
  }
}
