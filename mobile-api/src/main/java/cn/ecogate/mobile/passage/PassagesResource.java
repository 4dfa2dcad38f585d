package cn.ecogate.mobile.passage;

import cn.ecogate.account.entity.Role;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.boundary.CorrectionDesk;
import cn.ecogate.passage.boundary.LoadDesk;
import cn.ecogate.passage.boundary.LoadSearch;
import cn.ecogate.passage.boundary.PassageDesk;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Cargo;
import cn.ecogate.passage.entity.Entered;
import cn.ecogate.passage.entity.Loaded;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.uplink.boundary.Uploads;
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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Passages: found by any combination of filters, told in full, entered where no camera could. */
@Path("/passages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PassagesResource {

  @Inject PassageSearch search;
  @Inject PassageDesk desk;
  @Inject LoadDesk loads;
  @Inject CorrectionDesk corrections;
  @Inject LoadSearch cargo;
  @Inject Ledger ledger;
  @Inject Uploads uploads;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public PassagePage find(@BeanParam PassageCriteria criteria, @Context UriInfo uri) {
    Slice<Passage> slice = search.find(criteria.filter(), criteria.cursor(), criteria.rows());
    return new PassagePage(
        slice.rows().stream().map(passage -> PassageItem.of(passage, uri)).toList(),
        slice.next().orElse(null));
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
  public PassageDetail passage(@PathParam("id") long id, @Context UriInfo uri) {
    return search.story(id).map(story -> detail(story, uri)).orElseThrow(() -> missing(id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public Response enter(NewPassage wanted, @Context SecurityContext caller, @Context UriInfo uri) {
    if (wanted == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 key、lane、plate 等内容。");
    }
    Entered entered = desk.enter(wanted.entry(), caller.getUserPrincipal().getName());
    PassageDetail detail = detail(entered.story(), uri);
    return entered.repeated()
        ? Response.ok(detail).build()
        : Response.created(URI.create(detail.passage().href())).entity(detail).build();
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/load")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.GUARD})
  public Response load(@PathParam("id") long id, LoadTold told, @Context SecurityContext caller) {
    if (told == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 weighing、cargo、tonnes。");
    }
    Loaded loaded = loads.enter(told.load(id), caller.getUserPrincipal().getName());
    Passage passage = search.story(id).orElseThrow().passage();
    LoadItem item = LoadItem.of(loaded.load(), cargo.of(passage).oddities());
    return Response.status(loaded.repeated() ? Response.Status.OK : Response.Status.CREATED)
        .entity(item)
        .build();
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/corrections")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public Response correct(
      @PathParam("id") long id,
      CorrectionTold told,
      @Context SecurityContext caller,
      @Context UriInfo uri) {
    if (told == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交 seen、reason 和要更正的内容。");
    }
    Passage passage = search.story(id).orElseThrow(() -> missing(id)).passage();
    corrections.correct(told.over(passage), caller.getUserPrincipal().getName());
    return Response.status(Response.Status.CREATED)
        .entity(detail(search.story(id).orElseThrow(), uri))
        .build();
  }

  private static Rejected missing(long id) {
    return new Rejected("not-found", "", "没有编号为 " + id + " 的通行记录。");
  }

  private PassageDetail detail(PassageStory story, UriInfo uri) {
    Passage passage = story.passage();
    Cargo carried = cargo.of(passage);
    return new PassageDetail(
        PassageItem.of(passage, uri),
        story.answers().stream().map(PassageDetail.Answer::of).toList(),
        story.acts().stream().map(PassageDetail.Act::of).toList(),
        ledger.entry(passage.getLedgerSeq()).map(PassageDetail.Entry::of).orElse(null),
        uploads.ofPassage(passage.getSerialNo()).stream().map(PassageDetail.Upload::of).toList(),
        carried.load().map(load -> LoadItem.of(load, carried.oddities())).orElse(null),
        carried.offer().map(WeighingItem::of).orElse(null),
        carried.tags().stream().map(TagItem::of).toList(),
        story.corrections().stream().map(CorrectionItem::of).toList());
  }
}
