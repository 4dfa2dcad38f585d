package cn.ecogate.registry.boundary;

import cn.ecogate.account.entity.Role.Names;
import cn.ecogate.registry.control.FilingCheck;
import cn.ecogate.registry.control.PageMark;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The vehicles on file. Every change is written to the ledger with who, before and after. */
@Stateless
@RolesAllowed({
  Names.ADMINISTRATOR,
  Names.OFFICER,
  Names.GUARD,
  Names.KEEPER,
  Names.INSPECTOR,
  Names.AUDITOR
})
public class Registry {

  private static final int MOST_ROWS = 200;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject FilingDesk desk;
  @Resource SessionContext session;

  /** For the container. */
  public Registry() {}

  /** For tests: what the container would inject; {@code session} only matters to changes. */
  public Registry(EntityManager em, FilingDesk desk, SessionContext session) {
    this.em = em;
    this.desk = desk;
    this.session = session;
  }

  /**
   * Exact plate and colour, as the database has it at this moment: asked for every truck, never
   * cached, so that a changed filing counts at once on every node.
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Vehicle> byPlate(PlateNumber plate, PlateColor color) {
    return em.createNamedQuery(Vehicle.BY_PLATE, Vehicle.class)
        .setParameter("plate", plate.text())
        .setParameter("color", color)
        .getResultStream()
        .findFirst();
  }

  /** The vehicle with that VIN, whatever its plate. */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Vehicle> byVin(String vin) {
    return em.createQuery("SELECT v FROM Vehicle v WHERE v.vin = :vin", Vehicle.class)
        .setParameter("vin", vin)
        .getResultStream()
        .findFirst();
  }

  /** The next vehicles after that id, for what is reckoned over all of them; none at the end. */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Vehicle> after(long id) {
    return em.createQuery("SELECT v FROM Vehicle v WHERE v.id > :id ORDER BY v.id", Vehicle.class)
        .setParameter("id", id)
        .setMaxResults(MOST_ROWS)
        .setHint("eclipselink.maintain-cache", "false")
        .getResultList();
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Vehicle> vehicle(long id) {
    return Optional.ofNullable(em.find(Vehicle.class, id));
  }

  /** By plate; {@code cursor} from the slice before, or null. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Slice<Vehicle> find(VehicleFilter filter, String cursor, int rows) {
    int wanted = Math.min(Math.max(rows, 1), MOST_ROWS);
    Optional<PageMark> mark = Optional.ofNullable(cursor).map(PageMark::of);
    TypedQuery<Vehicle> query =
        filtered("SELECT v FROM Vehicle v", filter, mark, " ORDER BY v.plate, v.id", Vehicle.class);
    List<Vehicle> found = query.setMaxResults(wanted + 1).getResultList();
    return found.size() <= wanted
        ? new Slice<>(found, Optional.empty())
        : new Slice<>(found.subList(0, wanted), Optional.of(PageMark.after(found.get(wanted - 1))));
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public long count(VehicleFilter filter) {
    return filtered("SELECT COUNT(v) FROM Vehicle v", filter, Optional.empty(), "", Long.class)
        .getSingleResult();
  }

  /** Files a new vehicle; {@code Rejected} names the field and what to change. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER})
  public Vehicle file(Vehicle vehicle) {
    return desk.file(vehicle, who());
  }

  /** Changes a vehicle; {@code Rejected("stale-edit")} if somebody else changed it meanwhile. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER})
  public Vehicle amend(Vehicle vehicle) {
    return desk.amend(vehicle, who());
  }

  /** What is odd but allowed, as sentences, e.g. a VIN whose check digit does not fit. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<String> oddities(Vehicle vehicle) {
    return FilingCheck.oddities(vehicle);
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }

  private <T> TypedQuery<T> filtered(
      String select, VehicleFilter filter, Optional<PageMark> mark, String order, Class<T> type) {
    Map<String, Object> values = new HashMap<>();
    List<String> conditions = new ArrayList<>();
    if (filter.text() != null && !filter.text().isBlank()) {
      String part = "%" + filter.text().strip().replaceAll("[!%_]", "!$0") + "%";
      conditions.add(
          "(v.plate LIKE :code ESCAPE '!' OR v.vin LIKE :code ESCAPE '!'"
              + " OR v.owner LIKE :text ESCAPE '!')");
      values.put("code", part.toUpperCase(Locale.ROOT));
      values.put("text", part);
    }
    if (filter.stage() != null) {
      conditions.add("v.stage = :stage");
      values.put("stage", filter.stage());
    }
    if (filter.fuel() != null) {
      conditions.add("v.fuel = :fuel");
      values.put("fuel", filter.fuel());
    }
    mark.ifPresent(
        last -> {
          conditions.add("(v.plate > :plate OR v.plate = :plate AND v.id > :id)");
          values.put("plate", last.plate());
          values.put("id", last.id());
        });
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    TypedQuery<T> query = em.createQuery(select + where + order, type);
    values.forEach(query::setParameter);
    return query;
  }
}
