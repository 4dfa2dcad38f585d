package cn.ecogate.passage.boundary;

import cn.ecogate.passage.control.PageMark;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.passage.entity.VisitClosing;
import cn.ecogate.passage.entity.VisitFilter;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Looks visits up; never writes. */
@Stateless
@PermitAll
public class VisitSearch {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  /** Newest first; {@code cursor} from the slice before, or null. */
  public Slice<Visit> find(VisitFilter filter, String cursor, int rows) {
    VisitQuery query = VisitQuery.of(filter).after(PageMark.read(cursor));
    List<Visit> found =
        query
            .bind(
                em.createQuery(
                    "SELECT v FROM Visit v" + query.where() + " ORDER BY v.beganAt DESC, v.id DESC",
                    Visit.class))
            .setMaxResults(rows + 1)
            .getResultList();
    if (found.size() <= rows) {
      return new Slice<>(found, Optional.empty());
    }
    Visit last = found.get(rows - 1);
    return new Slice<>(
        found.subList(0, rows), Optional.of(new PageMark(last.getBeganAt(), last.getId()).text()));
  }

  /** How many there are, exactly. */
  public long count(VisitFilter filter) {
    VisitQuery query = VisitQuery.of(filter);
    return query
        .bind(em.createQuery("SELECT COUNT(v) FROM Visit v" + query.where(), Long.class))
        .getSingleResult();
  }

  public Optional<Visit> byId(long id) {
    return Optional.ofNullable(em.find(Visit.class, id));
  }

  /** The visit that a passage began or ended; empty if it did neither. */
  public Optional<Visit> ofPassage(long passageId) {
    return em.createQuery(
            "SELECT v FROM Visit v WHERE v.inPassage = :id OR v.outPassage = :id", Visit.class)
        .setParameter("id", passageId)
        .getResultStream()
        .findFirst();
  }

  /** Everybody who is inside. */
  public List<Visit> inside() {
    return em.createQuery("SELECT v FROM Visit v WHERE v.state = :inside", Visit.class)
        .setParameter("inside", Visit.State.INSIDE)
        .getResultList();
  }

  /** Every word about a visit's missing half, oldest first. */
  public List<VisitClosing> closings(long visitId) {
    return em.createQuery(
            "SELECT c FROM VisitClosing c WHERE c.passageId = :id ORDER BY c.id",
            VisitClosing.class)
        .setParameter("id", visitId)
        .getResultList();
  }
}
