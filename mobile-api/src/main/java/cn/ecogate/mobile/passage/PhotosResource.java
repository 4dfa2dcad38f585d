package cn.ecogate.mobile.passage;

import cn.ecogate.account.entity.Role;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.mobile.problem.Problem;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A passage's photos, captioned unless the original is asked for. */
@Path("/passages/{id: [0-9]{1,18}}/photos")
@RequestScoped
@Tag(name = "通行")
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
  @Operation(operationId = "photo", summary = "现场照片（scene）或号牌特写（plate）")
  @APIResponse(
      responseCode = "200",
      description = "JPEG 照片",
      content =
          @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "404",
      description = "photo-missing：没有这张照片",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response photo(
      @PathParam("id") long id,
      @PathParam("which") String which,
      @Parameter(description = "true 得到未叠加文字的原图") @QueryParam("original") @DefaultValue("false")
          boolean original) {
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
