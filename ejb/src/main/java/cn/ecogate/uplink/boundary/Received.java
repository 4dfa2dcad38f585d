package cn.ecogate.uplink.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.AUDITOR;
import static cn.ecogate.account.entity.Role.Names.GUARD;
import static cn.ecogate.account.entity.Role.Names.INSPECTOR;
import static cn.ecogate.account.entity.Role.Names.KEEPER;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.uplink.entity.Receipt;
import cn.ecogate.uplink.entity.ReceiptFilter;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.ReceiptLine;
import cn.ecogate.uplink.entity.Sending;
import cn.ecogate.uplink.entity.Subscription;
import cn.ecogate.uplink.entity.Violation;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What platforms have sent down, before people. */
@Stateless
@RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, KEEPER, INSPECTOR, AUDITOR})
public class Received {

  private static final int MOST_ROWS = 200;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Platforms platforms;
  @Inject Subscriptions subscriptions;
  @Inject Clock clock;

  /** How it stands with everything that platforms send down. */
  public List<Sending> sendings() {
    Instant now = clock.instant();
    List<Sending> sendings = new ArrayList<>();
    for (PlatformLink link : platforms.all()) {
      for (Subscription each : subscriptions.of(link.id())) {
        link.call(each.getKind())
            .ifPresent(
                call ->
                    sendings.add(
                        new Sending(
                            link.id(),
                            link.entry().name(),
                            each.getKind(),
                            each.heardAt(),
                            each.wholeAt(),
                            each.getNextAskAt(),
                            each.complaint(),
                            link.isOld(each, now),
                            holds(link.id(), each.getKind(), now),
                            call.every().toSeconds())));
      }
    }
    return sendings;
  }

  private long holds(String platformId, ReceiptKind kind, Instant now) {
    String count =
        switch (kind) {
          case EXCEEDING ->
              "SELECT COUNT(e) FROM ExceedingVehicle e"
                  + " WHERE e.platform = :platform AND e.releasedAt IS NULL";
          case STRATEGY ->
              "SELECT COUNT(s) FROM StrategyRow s WHERE s.platform = :platform AND s.latest = TRUE"
                  + " AND (s.until IS NULL OR s.until > :now)";
          case VIOLATION -> "SELECT COUNT(v) FROM Violation v WHERE v.platformId = :platform";
        };
    TypedQuery<Long> query = em.createQuery(count, Long.class).setParameter("platform", platformId);
    return kind == ReceiptKind.STRATEGY
        ? query.setParameter("now", now).getSingleResult()
        : query.getSingleResult();
  }

  /** Newest first; {@code cursor} from the slice before, or null. */
  public Slice<Receipt> find(ReceiptFilter filter, String cursor, int rows) {
    int wanted = Math.min(Math.max(rows, 1), MOST_ROWS);
    List<Receipt> found =
        bound(
                em.createQuery(
                    "SELECT r FROM Receipt r WHERE" + where(filter, cursor) + " ORDER BY r.id DESC",
                    Receipt.class),
                filter,
                cursor)
            .setMaxResults(wanted + 1)
            .getResultList();
    return slice(found, wanted, Receipt::getId);
  }

  public long count(ReceiptFilter filter) {
    return bound(
            em.createQuery(
                "SELECT COUNT(r) FROM Receipt r WHERE" + where(filter, null), Long.class),
            filter,
            null)
        .getSingleResult();
  }

  public Optional<Receipt> receipt(long id) {
    return Optional.ofNullable(em.find(Receipt.class, id));
  }

  /** What that receipt changed, one by one, and what was odd in it. */
  public List<ReceiptLine> lines(long receiptId) {
    return em.createQuery(
            "SELECT l FROM ReceiptLine l WHERE l.receiptId = :receipt ORDER BY l.number",
            ReceiptLine.class)
        .setParameter("receipt", receiptId)
        .getResultList();
  }

  /** Newest first; {@code plate} may be a part of it, or blank. */
  public Slice<Violation> violations(String plate, String cursor, int rows) {
    int wanted = Math.min(Math.max(rows, 1), MOST_ROWS);
    boolean asked = plate != null && !plate.isBlank();
    TypedQuery<Violation> query =
        em.createQuery(
            "SELECT v FROM Violation v WHERE 1 = 1"
                + (asked ? " AND v.plate LIKE :plate ESCAPE '!'" : "")
                + (cursor == null ? "" : " AND v.id < :before")
                + " ORDER BY v.id DESC",
            Violation.class);
    if (asked) {
      query.setParameter("plate", part(plate));
    }
    if (cursor != null) {
      query.setParameter("before", position(cursor));
    }
    return slice(query.setMaxResults(wanted + 1).getResultList(), wanted, Violation::getId);
  }

  public long countViolations(String plate) {
    boolean asked = plate != null && !plate.isBlank();
    TypedQuery<Long> query =
        em.createQuery(
            "SELECT COUNT(v) FROM Violation v"
                + (asked ? " WHERE v.plate LIKE :plate ESCAPE '!'" : ""),
            Long.class);
    return (asked ? query.setParameter("plate", part(plate)) : query).getSingleResult();
  }

  public Optional<Violation> violation(long id) {
    return Optional.ofNullable(em.find(Violation.class, id));
  }

  /** Asks that platform for everything within seconds. */
  @RolesAllowed({ADMINISTRATOR, OFFICER})
  public void askNow(String platformId) {
    if (platforms.link(platformId).isEmpty()) {
      throw new Rejected("no-such-platform", "platform", "没有编号为“" + platformId + "”的监管平台。");
    }
    subscriptions.askNow(platformId);
  }

  private static String where(ReceiptFilter filter, String cursor) {
    return " 1 = 1"
        + (given(filter.platformId()) ? " AND r.platformId = :platform" : "")
        + (filter.kind() == null ? "" : " AND r.kind = :kind")
        + (filter.odd() ? " AND r.odd > 0" : "")
        + (cursor == null ? "" : " AND r.id < :before");
  }

  private static <T> TypedQuery<T> bound(TypedQuery<T> query, ReceiptFilter filter, String cursor) {
    if (given(filter.platformId())) {
      query.setParameter("platform", filter.platformId());
    }
    if (filter.kind() != null) {
      query.setParameter("kind", filter.kind());
    }
    if (cursor != null) {
      query.setParameter("before", position(cursor));
    }
    return query;
  }

  private static <T> Slice<T> slice(List<T> found, int wanted, Function<T, Long> id) {
    return found.size() <= wanted
        ? new Slice<>(found, Optional.empty())
        : new Slice<>(
            found.subList(0, wanted), Optional.of(String.valueOf(id.apply(found.get(wanted - 1)))));
  }

  private static String part(String plate) {
    return "%" + plate.strip().toUpperCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }

  private static boolean given(String text) {
    return text != null && !text.isBlank();
  }

  private static long position(String cursor) {
    if (!cursor.matches("\\d{1,18}")) {
      throw new Rejected("cursor", "cursor", "翻页标记不对，请从第一页重新查询。");
    }
    return Long.parseLong(cursor);
  }
}
