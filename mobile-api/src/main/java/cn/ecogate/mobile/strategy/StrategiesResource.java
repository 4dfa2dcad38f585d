package cn.ecogate.mobile.strategy;

import cn.ecogate.account.entity.Role;
import cn.ecogate.passage.boundary.Rehearsals;
import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.StrategyCard;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Control strategies: read, set, amended, ended early, taken back, tried on past passages. */
@Path("/strategies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StrategiesResource {

  @Inject Strategies strategies;
  @Inject Rehearsals rehearsals;
  @Inject Clock clock;

  @GET
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.KEEPER,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public StrategyPage find(@BeanParam StrategyCriteria criteria) {
    List<StrategyCard> cards = strategies.cards(criteria.filter(), clock.instant());
    int first = Math.min(criteria.first(), cards.size());
    int last = Math.min(first + criteria.rows(), cards.size());
    return new StrategyPage(
        cards.subList(first, last).stream()
            .map(card -> StrategyItem.of(card, strategies.sentence(card.strategy()), null))
            .toList(),
        last < cards.size() ? String.valueOf(last) : null);
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
  public StrategyItem strategy(@PathParam("id") long id) {
    return strategies
        .card(id, clock.instant())
        .map(
            card ->
                StrategyItem.of(
                    card,
                    strategies.sentence(card.strategy()),
                    strategies.history(id).stream().map(StrategyEditionItem::of).toList()))
        .orElseThrow(() -> new Rejected("not-found", "", "没有编号为 " + id + " 的管控策略。"));
  }

  @POST
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public Response add(StrategyTold told) {
    ControlStrategy kept = strategies.add(composed(0, "", told));
    return Response.created(URI.create("strategies/" + kept.id()))
        .entity(strategy(kept.id()))
        .build();
  }

  @PUT
  @Path("/{id: [0-9]{1,18}}")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public StrategyItem amend(@PathParam("id") long id, StrategyTold told) {
    ControlStrategy composed = composed(id, "", told);
    if (told.from() == null) {
      throw new Rejected("field-missing", "from", "修改时请写全各项，包括 from；没有写的按不限处理。");
    }
    strategies.amend(composed.as(id, edition(told.edition())), told.why());
    return strategy(id);
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/end")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public StrategyItem end(@PathParam("id") long id, StrategyEnd told) {
    strategies.end(id, edition(present(told).edition()), told.why());
    return strategy(id);
  }

  @POST
  @Path("/{id: [0-9]{1,18}}/undo")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER})
  public StrategyItem undo(@PathParam("id") long id, StrategyEnd told) {
    strategies.undo(id, edition(present(told).edition()));
    return strategy(id);
  }

  /** Nothing is kept. */
  @POST
  @Path("/preview")
  @RolesAllowed({
    Role.Names.ADMINISTRATOR,
    Role.Names.OFFICER,
    Role.Names.GUARD,
    Role.Names.INSPECTOR,
    Role.Names.AUDITOR
  })
  public RehearsalItem preview(StrategyTold told) {
    ControlStrategy composed = composed(0, "试算", told);
    return RehearsalItem.of(strategies.sentence(composed), rehearsals.rehearse(composed));
  }

  private ControlStrategy composed(long id, String usualName, StrategyTold told) {
    return present(told).strategy(id, usualName, clock.instant(), strategies::measure);
  }

  private static <T> T present(T body) {
    if (body == null) {
      throw new Rejected("body-missing", "", "请以 JSON 提交内容。");
    }
    return body;
  }

  private static int edition(Integer edition) {
    if (edition == null) {
      throw new Rejected("field-missing", "edition", "请带上读到的 edition，以免覆盖他人的修改。");
    }
    return edition;
  }
}
