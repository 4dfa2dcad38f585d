package cn.ecogate.passage.boundary;

import cn.ecogate.account.entity.Role;
import cn.ecogate.passage.control.LoadEntry;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Loaded;
import cn.ecogate.passage.entity.NewLoad;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.Weighing;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Optional;

/** Where people say what a vehicle carried: they take a weighing over, or type. */
@Stateless
public class LoadDesk {

  @Inject PassageSearch passages;
  @Inject LoadSearch search;
  @Inject LoadBook book;

  /**
   * The load of a passage, or its correction: the one before is kept and named. Exactly the load
   * that holds already is not written again. {@code Rejected} names the field and what to change.
   */
  @RolesAllowed({Role.Names.GUARD, Role.Names.OFFICER, Role.Names.ADMINISTRATOR})
  public Loaded enter(NewLoad wanted, String user) {
    Passage passage =
        passages
            .story(wanted.passageId())
            .orElseThrow(
                () -> new Rejected("not-found", "", "没有编号为 " + wanted.passageId() + " 的通行记录"))
            .passage();
    Optional<Weighing> weighing =
        Optional.ofNullable(wanted.weighing()).map(id -> weighing(id, passage));
    String cargo = LoadEntry.cargo(wanted);
    BigDecimal tonnes = LoadEntry.tonnes(wanted, weighing);
    Optional<Load> held = search.held(passage.getId());
    if (held.filter(load -> LoadBook.same(load, weighing, cargo, tonnes)).isPresent()) {
      return new Loaded(held.get(), true);
    }
    Load.Source source = weighing.isPresent() ? Load.Source.WEIGHED : Load.Source.TYPED;
    try {
      return new Loaded(book.write(passage, weighing, source, cargo, tonnes, user), false);
    } catch (EJBException | PersistenceException fault) {
      throw taken(fault) ? justNow() : fault;
    }
  }

  /** The database's unique keys decide between two who write at once. */
  private static boolean taken(Throwable fault) {
    return fault != null
        && (fault instanceof SQLIntegrityConstraintViolationException || taken(fault.getCause()));
  }

  private static Rejected justNow() {
    return new Rejected("load-changed", "", "刚刚有人填写了这次通行的货物，或采用了这次称重，请刷新后核对");
  }

  private Weighing weighing(long id, Passage passage) {
    Weighing weighing =
        search
            .weighing(id)
            .filter(taken -> taken.getLaneId().equals(passage.getLaneId()))
            .orElseThrow(
                () ->
                    new Rejected(
                        "weighing-unknown", "weighing", "本车道没有编号为 " + id + " 的称重，请从本次通行的页面选择"));
    search
        .claimant(weighing)
        .filter(other -> other != passage.getId().longValue())
        .ifPresent(
            other -> {
              throw new Rejected(
                  "weighing-taken", "weighing", "这次称重已是另一次通行（编号 " + other + "）的货物，一次称重只属于一次通行");
            });
    return weighing;
  }
}
