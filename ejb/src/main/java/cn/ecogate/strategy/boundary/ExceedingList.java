package cn.ecogate.strategy.boundary;

import cn.ecogate.account.entity.Role.Names;
import cn.ecogate.admission.entity.Listing;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.strategy.control.ListMark;
import cn.ecogate.strategy.control.PlantTime;
import cn.ecogate.strategy.control.StrategyCheck;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.strategy.entity.ListReception;
import cn.ecogate.strategy.entity.ListingFilter;
import cn.ecogate.strategy.entity.NewListing;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The exceeding list (超标车辆名单) before people: platforms' entries and the house's own. */
@Stateless
@RolesAllowed({
  Names.ADMINISTRATOR,
  Names.OFFICER,
  Names.GUARD,
  Names.KEEPER,
  Names.INSPECTOR,
  Names.AUDITOR
})
public class ExceedingList {

  private static final int MOST_ROWS = 200;

  /** The house's own list as it is called before people. */
  private static final String HOUSE = "本厂";

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject ListDesk desk;
  @Inject PhotoArchive archive;
  @Inject Clock clock;
  @Resource SessionContext session;

  /** For the container. */
  public ExceedingList() {}

  /** For tests: what the container would inject; {@code session} only matters to changes. */
  public ExceedingList(EntityManager em, ListDesk desk, SessionContext session) {
    this.em = em;
    this.desk = desk;
    this.session = session;
  }

  /** Newest first; {@code cursor} from the slice before, or null. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Slice<ExceedingVehicle> find(ListingFilter filter, String cursor, int rows) {
    int wanted = Math.min(Math.max(rows, 1), MOST_ROWS);
    Optional<ListMark> mark = Optional.ofNullable(cursor).map(ListMark::of);
    List<ExceedingVehicle> found =
        filtered(
                "SELECT e FROM ExceedingVehicle e",
                filter,
                mark,
                " ORDER BY e.issued DESC, e.id DESC",
                ExceedingVehicle.class)
            .setMaxResults(wanted + 1)
            .getResultList();
    return found.size() <= wanted
        ? new Slice<>(found, Optional.empty())
        : new Slice<>(found.subList(0, wanted), Optional.of(ListMark.after(found.get(wanted - 1))));
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public long count(ListingFilter filter) {
    return filtered(
            "SELECT COUNT(e) FROM ExceedingVehicle e", filter, Optional.empty(), "", Long.class)
        .getSingleResult();
  }

  /** Every entry about that plate and colour, released or not, newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<ExceedingVehicle> history(PlateNumber plate, PlateColor color) {
    return em.createQuery(
            "SELECT e FROM ExceedingVehicle e WHERE e.plate = :plate AND e.plateColor = :color"
                + " ORDER BY e.id DESC",
            ExceedingVehicle.class)
        .setParameter("plate", plate.text())
        .setParameter("color", color)
        .getResultList();
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<ExceedingVehicle> entry(long id) {
    return Optional.ofNullable(em.find(ExceedingVehicle.class, id));
  }

  /** What platforms' lists brought, newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<ListReception> receptions(int rows) {
    return em.createQuery("SELECT r FROM ListReception r ORDER BY r.id DESC", ListReception.class)
        .setMaxResults(rows)
        .getResultList();
  }

  /** Puts a vehicle on the house's own list from today on. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER})
  public ExceedingVehicle list(NewListing wanted) {
    String evidence = wanted.evidence().orElse(null);
    if (evidence != null && archive.original(evidence).isEmpty()) {
      throw new Rejected("evidence-missing", "evidence", "没有这张图片，请先上传，再以它的摘要列入。");
    }
    String reason = StrategyCheck.listingReason(wanted.reason());
    history(wanted.plate(), wanted.color()).stream()
        .filter(entry -> entry.getPlatform() == null && !entry.released())
        .findFirst()
        .ifPresent(
            standing -> {
              throw new Rejected(
                  "already-listed", "plate", standing.plateInWords() + "已在本厂名单上，无需再次列入。");
            });
    return desk.list(
        wanted.plate(),
        wanted.color(),
        new Listing(HOUSE, reason, PlantTime.day(clock.instant())),
        evidence,
        who());
  }

  /** Takes a vehicle off the house's own list, with the reason. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER})
  public ExceedingVehicle release(long id, String why) {
    return desk.release(id, why, who());
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }

  private <T> TypedQuery<T> filtered(
      String select, ListingFilter filter, Optional<ListMark> mark, String order, Class<T> type) {
    Map<String, Object> values = new HashMap<>();
    List<String> conditions = new ArrayList<>();
    if (filter.text() != null && !filter.text().isBlank()) {
      String part = "%" + filter.text().strip().replaceAll("[!%_]", "!$0") + "%";
      conditions.add(
          "(e.plate LIKE :code ESCAPE '!' OR e.vin LIKE :code ESCAPE '!'"
              + " OR e.reason LIKE :text ESCAPE '!')");
      values.put("code", part.toUpperCase(Locale.ROOT));
      values.put("text", part);
    }
    if (filter.house() != null) {
      conditions.add(filter.house() ? "e.platform IS NULL" : "e.platform IS NOT NULL");
    }
    if (filter.released() != null) {
      conditions.add(filter.released() ? "e.releasedAt IS NOT NULL" : "e.releasedAt IS NULL");
    }
    mark.ifPresent(
        last -> {
          conditions.add("(e.issued < :issued OR e.issued = :issued AND e.id < :id)");
          values.put("issued", last.issued());
          values.put("id", last.id());
        });
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    TypedQuery<T> query = em.createQuery(select + where + order, type);
    values.forEach(query::setParameter);
    return query;
  }
}
