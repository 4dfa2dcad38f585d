package cn.ecogate.account.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.AUDITOR;

import cn.ecogate.account.control.AuditDiff;
import cn.ecogate.account.entity.AuditFilter;
import cn.ecogate.account.entity.AuditLine;
import cn.ecogate.account.entity.AuditStory;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** Who did what, when, from where and to what: for whoever has to look into it afterwards. */
@Stateless
@RolesAllowed({ADMINISTRATOR, AUDITOR})
public class AuditSearch {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;

  /** Newest first; {@code cursor} from the slice before, or null. */
  public Slice<AuditLine> find(AuditFilter filter, String cursor, int rows) {
    TypedQuery<AuditLine> query =
        em.createQuery(
            "SELECT a FROM AuditLine a WHERE" + where(filter) + " ORDER BY a.seq DESC",
            AuditLine.class);
    bind(query, filter, cursor == null ? Long.MAX_VALUE : position(cursor));
    List<AuditLine> found = query.setMaxResults(rows + 1).getResultList();
    return found.size() <= rows
        ? new Slice<>(found, Optional.empty())
        : new Slice<>(
            found.subList(0, rows), Optional.of(String.valueOf(found.get(rows - 1).getSeq())));
  }

  /** How many there are, exactly. */
  public long count(AuditFilter filter) {
    TypedQuery<Long> query =
        em.createQuery("SELECT COUNT(a) FROM AuditLine a WHERE" + where(filter), Long.class);
    bind(query, filter, Long.MAX_VALUE);
    return query.getSingleResult();
  }

  /** Every act that was ever done, by name. */
  public List<String> acts() {
    return em.createQuery("SELECT DISTINCT a.act FROM AuditLine a ORDER BY a.act", String.class)
        .getResultList();
  }

  /** One act with before and after; empty if that entry tells of none. */
  public Optional<AuditStory> story(long seq) {
    return Optional.ofNullable(em.find(AuditLine.class, seq))
        .flatMap(line -> ledger.entry(seq))
        .map(AuditDiff::of);
  }

  private static String where(AuditFilter filter) {
    return " a.seq < :before"
        + (filter.who().isEmpty() ? "" : " AND a.who = :who")
        + (filter.act().isEmpty() ? "" : " AND a.act = :act")
        + (filter.subject().isEmpty() ? "" : " AND a.subject LIKE :subject ESCAPE '!'")
        + (filter.from() == null ? "" : " AND a.at >= :from")
        + (filter.to() == null ? "" : " AND a.at < :to");
  }

  private static void bind(TypedQuery<?> query, AuditFilter filter, long before) {
    query.setParameter("before", before);
    if (!filter.who().isEmpty()) {
      query.setParameter("who", filter.who());
    }
    if (!filter.act().isEmpty()) {
      query.setParameter("act", filter.act());
    }
    if (!filter.subject().isEmpty()) {
      query.setParameter("subject", filter.subject().replaceAll("([!%_])", "!$1") + "%");
    }
    if (filter.from() != null) {
      query.setParameter("from", filter.from());
    }
    if (filter.to() != null) {
      query.setParameter("to", filter.to());
    }
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new Rejected("cursor", "cursor", "翻页标记不对，请从第一页重新查询。");
    }
  }
}
