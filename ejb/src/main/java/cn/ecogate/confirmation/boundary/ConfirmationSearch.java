package cn.ecogate.confirmation.boundary;

import cn.ecogate.confirmation.entity.Confirmation;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** Looks confirmations up; never writes. */
@Stateless
@PermitAll
public class ConfirmationSearch {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  /**
   * Newest first; {@code cursor} from the slice before, or null.
   *
   * @param state null for every state
   */
  public Slice<Confirmation> find(Confirmation.State state, String cursor, int rows) {
    List<Confirmation> found =
        of(
                state,
                em.createQuery(
                    "SELECT c FROM Confirmation c"
                        + where(state)
                        + " AND c.id < :before"
                        + " ORDER BY c.id DESC",
                    Confirmation.class))
            .setParameter("before", cursor == null ? Long.MAX_VALUE : position(cursor))
            .setMaxResults(rows + 1)
            .getResultList();
    return found.size() <= rows
        ? new Slice<>(found, Optional.empty())
        : new Slice<>(
            found.subList(0, rows), Optional.of(String.valueOf(found.get(rows - 1).getId())));
  }

  /** How many there are, exactly; {@code state} null for all. */
  public long count(Confirmation.State state) {
    return of(
            state, em.createQuery("SELECT COUNT(c) FROM Confirmation c" + where(state), Long.class))
        .getSingleResult();
  }

  public Optional<Confirmation> one(long id) {
    return Optional.ofNullable(em.find(Confirmation.class, id));
  }

  /** The one about that entry of the exceeding list. */
  public Optional<Confirmation> ofListing(long listingId) {
    return em.createQuery(
            "SELECT c FROM Confirmation c WHERE c.listingId = :listing", Confirmation.class)
        .setParameter("listing", listingId)
        .getResultStream()
        .findFirst();
  }

  private static String where(Confirmation.State state) {
    return state == null ? " WHERE 1 = 1" : " WHERE c.state = :state";
  }

  private static <T> TypedQuery<T> of(Confirmation.State state, TypedQuery<T> query) {
    return state == null ? query : query.setParameter("state", state);
  }

  private static long position(String cursor) {
    if (!cursor.matches("\\d{1,18}")) {
      throw new Rejected("cursor", "cursor", "翻页标记不正确，请从第一页重新查询。");
    }
    return Long.parseLong(cursor);
  }
}
