package cn.ecogate.release.boundary;

import cn.ecogate.passage.entity.Passage;
import cn.ecogate.release.control.StillThere;
import cn.ecogate.release.entity.Release;
import cn.ecogate.release.entity.ReleaseFilter;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks releases and exemptions up; never writes. */
@Stateless
@PermitAll
public class ReleaseSearch {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Clock clock;

  /** Newest first; {@code cursor} from the slice before, or null. */
  public Slice<Release> find(ReleaseFilter filter, String cursor, int rows) {
    List<Release> found =
        query(
                "SELECT r FROM Release r",
                filter,
                cursor == null ? Long.MAX_VALUE : position(cursor),
                " ORDER BY r.id DESC",
                Release.class)
            .setMaxResults(rows + 1)
            .getResultList();
    return found.size() <= rows
        ? new Slice<>(found, Optional.empty())
        : new Slice<>(
            found.subList(0, rows), Optional.of(String.valueOf(found.get(rows - 1).getId())));
  }

  /** How many there are, exactly. */
  public long count(ReleaseFilter filter) {
    return query("SELECT COUNT(r) FROM Release r", filter, Long.MAX_VALUE, "", Long.class)
        .getSingleResult();
  }

  /** Exemptions that wait for an answer, oldest first. */
  public List<Release> waiting() {
    return em.createQuery(
            "SELECT r FROM Release r WHERE r.state = :asked ORDER BY r.id", Release.class)
        .setParameter("asked", Release.State.ASKED)
        .getResultList();
  }

  public Optional<Release> release(long id) {
    return Optional.ofNullable(em.find(Release.class, id));
  }

  /**
   * False if its vehicle has surely left, so that nothing need be offered; the desk looks closer.
   */
  public boolean mayStillStand(Passage passage, Instant now) {
    return StillThere.whyNot(passage, Optional.empty(), Optional.empty(), now).isEmpty();
  }

  /** What was asked about a passage, oldest first. */
  public List<Release> ofPassage(long passageId) {
    return em.createQuery(
            "SELECT r FROM Release r WHERE r.passageId = :passage ORDER BY r.id", Release.class)
        .setParameter("passage", passageId)
        .getResultList();
  }

  /** How often something was asked about a passage. */
  public long requests(long passageId) {
    return em.createQuery("SELECT COUNT(r) FROM Release r WHERE r.passageId = :passage", Long.class)
        .setParameter("passage", passageId)
        .getSingleResult();
  }

  /** The release of that request, if it was recorded. */
  public Optional<Release> byRequest(String requestKey) {
    return em.createQuery("SELECT r FROM Release r WHERE r.requestKey = :key", Release.class)
        .setParameter("key", requestKey)
        .getResultStream()
        .findFirst();
  }

  /** Granted exemptions whose papers are still to be filed. */
  public List<Long> openPromises() {
    return em.createQuery(
            "SELECT r.id FROM Release r WHERE r.state = :released AND r.promisedUntil IS NOT NULL"
                + " AND r.keptAt IS NULL",
            Long.class)
        .setParameter("released", Release.State.RELEASED)
        .getResultList();
  }

  private <T> TypedQuery<T> query(
      String select, ReleaseFilter filter, long before, String order, Class<T> type) {
    List<String> conditions = new ArrayList<>(List.of("r.id < :before"));
    Map<String, Object> values = new LinkedHashMap<>(Map.of("before", before));
    when(conditions, values, "r.kind = :kind", "kind", filter.kind());
    when(conditions, values, "r.state = :state", "state", filter.state());
    when(conditions, values, "r.laneId = :lane", "lane", blankToNull(filter.laneId()));
    when(conditions, values, "r.plate LIKE :plate ESCAPE '!'", "plate", contains(filter.plate()));
    when(conditions, values, "r.askedAt >= :from", "from", filter.from());
    when(conditions, values, "r.askedAt < :to", "to", filter.to());
    if (filter.promise() != null) {
      conditions.add("r.state = :released AND r.promisedUntil IS NOT NULL");
      values.put("released", Release.State.RELEASED);
      switch (filter.promise()) {
        case OPEN -> conditions.add("r.keptAt IS NULL");
        case OVERDUE ->
            when(
                conditions,
                values,
                "r.keptAt IS NULL AND r.promisedUntil < :now",
                "now",
                clock.instant());
        case KEPT -> conditions.add("r.keptAt IS NOT NULL");
      }
    }
    TypedQuery<T> query =
        em.createQuery(select + " WHERE " + String.join(" AND ", conditions) + order, type);
    values.forEach(query::setParameter);
    return query;
  }

  private static void when(
      List<String> conditions,
      Map<String, Object> values,
      String condition,
      String name,
      Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private static String contains(String part) {
    String text = blankToNull(part);
    return text == null
        ? null
        : "%" + text.toUpperCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new Rejected("cursor", "cursor", "翻页标记不对，请从第一页重新查询。");
    }
  }
}
