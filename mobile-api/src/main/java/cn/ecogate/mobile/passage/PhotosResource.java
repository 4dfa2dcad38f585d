package cn.ecogate.mobile.passage;

import cn.ecogate.account.entity.Role;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** A passage's photos, captioned unless the original is asked for. */
@Path("/passages/{id: [0-9]{1,18}}/photos")
@RequestScoped
public class PhotosResource {

  static final String JPEG = "image/jpeg";

  @Inject PassageSearch search;
  @Inject PhotoArchive archive;

  @GET
  @Path("/{which: scene|plate}")
  @Produces(JPEG)
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public Response photo(
      @PathParam("id") long id,
      @PathParam("which") String which,
      @QueryParam("original") @DefaultValue("false") boolean original) {
    Passage passage =
        search
            .story(id)
            .map(PassageStory::passage)
            .orElseThrow(() -> new Rejected("not-found", "", "没有编号为 " + id + " 的通行记录。"));
    String digest = which.equals("scene") ? passage.getScenePhoto() : passage.getPlatePhoto();
    return Optional.ofNullable(digest)
        .flatMap(kept -> file(kept, passage, original))
        .map(file -> Response.ok(file.toFile(), JPEG).header("Cache-Control", "private").build())
        .orElseThrow(() -> new Rejected("photo-missing", "", "这次通行没有这张照片。"));
  }

  private Optional<java.nio.file.Path> file(String digest, Passage passage, boolean original) {
    return original
        ? archive.original(digest)
        : archive.captioned(digest, PassageSearch.caption(passage));
  }
}
