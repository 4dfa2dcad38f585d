package cn.ecogate.registry.boundary;

import cn.ecogate.account.entity.Role.Names;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.boundary.LedgerNews;
import cn.ecogate.registry.control.ChangeText;
import cn.ecogate.registry.control.Confusable;
import cn.ecogate.registry.control.FilingCheck;
import cn.ecogate.registry.control.FleetShares;
import cn.ecogate.registry.control.PageMark;
import cn.ecogate.registry.entity.FilingChange;
import cn.ecogate.registry.entity.Fleet;
import cn.ecogate.registry.entity.FormerPlate;
import cn.ecogate.registry.entity.PlateChange;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.vocabulary.EmissionStage;
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
import java.util.Collections;
import java.util.Comparator;
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

  /** More than a guard looks through. */
  private static final int MOST_ALIKE = 20;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject FilingDesk desk;
  @Inject Ledger ledger;
  @Resource SessionContext session;

  /** For the container. */
  public Registry() {}

  /** For tests: what the container would inject; {@code session} only matters to changes. */
  public Registry(EntityManager em, FilingDesk desk, SessionContext session) {
    this.em = em;
    this.ledger = desk.ledger;
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

  /**
   * Vehicles with that plate in whatever colour, or with one that is easily taken for it; those of
   * the same plate first.
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Vehicle> alike(PlateNumber plate) {
    List<String> plates = new ArrayList<>(Confusable.with(plate));
    plates.add(plate.text());
    return em.createQuery(
            "SELECT v FROM Vehicle v WHERE v.plate IN :plates ORDER BY v.plate, v.id",
            Vehicle.class)
        .setParameter("plates", plates)
        .setMaxResults(MOST_ALIKE)
        .setHint("eclipselink.maintain-cache", "false")
        .getResultStream()
        .sorted(Comparator.comparing(v -> !v.getPlate().equals(plate.text())))
        .toList();
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

  /** One click when the VIN is known: the same vehicle under its new plate. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER})
  public Vehicle changePlate(PlateChange change) {
    return desk.changePlate(change, who());
  }

  /** Puts a filing in force; {@code Rejected("own-filing")} where another person has to. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER})
  public Vehicle check(long id, long version) {
    return desk.check(id, version, who());
  }

  /** Gives a filing back with what has to be put right. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER})
  public Vehicle giveBack(long id, long version, String why) {
    return desk.giveBack(id, version, why, who());
  }

  /** The plates that vehicle had before, newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<FormerPlate> formerPlates(long vehicleId) {
    return em.createQuery(
            "SELECT p FROM FormerPlate p WHERE p.vehicleId = :vehicle ORDER BY p.id DESC",
            FormerPlate.class)
        .setParameter("vehicle", vehicleId)
        .getResultList();
  }

  /** What was done to that filing, newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<FilingChange> history(long vehicleId) {
    List<FilingChange> changes =
        new ArrayList<>(
            ledger.about(LedgerNews.AUDIT, "vehicle:" + vehicleId).stream()
                .map(ChangeText::read)
                .toList());
    Collections.reverse(changes);
    return changes;
  }

  /** Every owner of vehicles that are not retired, the largest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Fleet> fleets(String text) {
    TypedQuery<Object[]> query =
        em.createQuery(
            "SELECT v.owner, v.stage, COUNT(v) FROM Vehicle v WHERE v.owner LIKE :text ESCAPE '!'"
                + " AND v.service <> :retired GROUP BY v.owner, v.stage",
            Object[].class);
    return FleetShares.of(
        query
            .setParameter("text", part(text == null ? "" : text))
            .setParameter("retired", ServiceState.RETIRED)
            .getResultStream()
            .map(
                row ->
                    new FleetShares.Part(
                        (String) row[0], (EmissionStage) row[1], ((Number) row[2]).longValue()))
            .toList());
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
      conditions.add(
          "(v.plate LIKE :code ESCAPE '!' OR v.vin LIKE :code ESCAPE '!'"
              + " OR v.owner LIKE :text ESCAPE '!' OR EXISTS (SELECT p FROM FormerPlate p"
              + " WHERE p.vehicleId = v.id AND p.plate LIKE :code ESCAPE '!'))");
      values.put("code", part(filter.text()).toUpperCase(Locale.ROOT));
      values.put("text", part(filter.text()));
    }
    whole("v.stage", "stage", filter.stage(), conditions, values);
    whole("v.fuel", "fuel", filter.fuel(), conditions, values);
    whole("v.review", "review", filter.review(), conditions, values);
    whole("v.service", "service", filter.service(), conditions, values);
    whole("v.owner", "fleet", filter.fleet(), conditions, values);
    if (filter.temporary()) {
      conditions.add("v.temporaryUntil IS NOT NULL");
    }
    if (filter.endsBefore() != null) {
      conditions.add("v.validUntil < :ends");
      values.put("ends", filter.endsBefore());
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

  private static void whole(
      String path, String name, Object value, List<String> conditions, Map<String, Object> values) {
    if (value != null) {
      conditions.add(path + " = :" + name);
      values.put(name, value);
    }
  }

  private static String part(String text) {
    return "%" + text.strip().replaceAll("[!%_]", "!$0") + "%";
  }
}
