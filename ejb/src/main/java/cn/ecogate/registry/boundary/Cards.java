package cn.ecogate.registry.boundary;

import cn.ecogate.account.entity.Role.Names;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.boundary.LedgerNews;
import cn.ecogate.registry.control.CardCheck;
import cn.ecogate.registry.control.CardText;
import cn.ecogate.registry.control.ChangeText;
import cn.ecogate.registry.control.PageMark;
import cn.ecogate.registry.entity.Card;
import cn.ecogate.registry.entity.CardFilter;
import cn.ecogate.registry.entity.FilingChange;
import cn.ecogate.registry.entity.Machine;
import cn.ecogate.registry.entity.PlantVehicle;
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
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The cards of plant vehicles and machines. Every change is in the ledger, before and after. */
@Stateless
@RolesAllowed({
  Names.ADMINISTRATOR,
  Names.OFFICER,
  Names.GUARD,
  Names.KEEPER,
  Names.INSPECTOR,
  Names.AUDITOR
})
public class Cards {

  private static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");
  private static final int MOST_ROWS = 200;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject Clock clock;
  @Resource SessionContext session;

  /** For the container. */
  public Cards() {}

  /** For tests: what the container would inject. */
  public Cards(EntityManager em, Ledger ledger, Clock clock, SessionContext session) {
    this.em = em;
    this.ledger = ledger;
    this.clock = clock;
    this.session = session;
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<PlantVehicle> plantVehicle(long id) {
    return Optional.ofNullable(em.find(PlantVehicle.class, id));
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Machine> machine(long id) {
    return Optional.ofNullable(em.find(Machine.class, id));
  }

  /** The machine a keeper has scanned: by its tag's text, registration code or PIN. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Machine> scanned(String text) {
    String given = text == null ? "" : text.strip();
    return em.createQuery(
            "SELECT m FROM Machine m WHERE m.tag = :text OR m.code = :code OR m.pin = :code",
            Machine.class)
        .setParameter("text", given)
        .setParameter("code", given.toUpperCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  /** By code; {@code cursor} from the slice before, or null. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Slice<PlantVehicle> plantVehicles(CardFilter filter, String cursor, int rows) {
    return find(PlantVehicle.class, "c.vin", filter, cursor, rows);
  }

  /** By code; {@code cursor} from the slice before, or null. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Slice<Machine> machines(CardFilter filter, String cursor, int rows) {
    return find(Machine.class, "c.pin", filter, cursor, rows);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public long countPlantVehicles(CardFilter filter) {
    return filtered("SELECT COUNT(c) FROM PlantVehicle c", "c.vin", filter, null, "", Long.class)
        .getSingleResult();
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public long countMachines(CardFilter filter) {
    return filtered("SELECT COUNT(c) FROM Machine c", "c.pin", filter, null, "", Long.class)
        .getSingleResult();
  }

  /** A new card, or a change of the one it names; {@code Rejected} names the field. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER, Names.KEEPER})
  public PlantVehicle keep(PlantVehicle typed) {
    PlantVehicle checked = CardCheck.checked(typed, today());
    if (typed.getId() == null) {
      return keepNew(checked);
    }
    PlantVehicle card = claim(PlantVehicle.class, typed);
    Map<String, Object> before = CardText.items(card);
    if (before.equals(CardText.items(checked))) {
      return card;
    }
    onFileOnce(checked, card.getId());
    card.takeItemsOf(checked);
    return keepChanged(card, before);
  }

  /** A new card, or a change of the one it names; {@code Rejected} names the field. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER, Names.KEEPER})
  public Machine keep(Machine typed) {
    Machine checked = CardCheck.checked(typed, today());
    if (typed.getId() == null) {
      return keepNew(checked);
    }
    Machine card = claim(Machine.class, typed);
    Map<String, Object> before = CardText.items(card);
    if (before.equals(CardText.items(checked))) {
      return card;
    }
    onFileOnce(checked, card.getId());
    card.takeItemsOf(checked);
    return keepChanged(card, before);
  }

  /** What is odd but allowed, as sentences. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<String> oddities(PlantVehicle card) {
    return CardCheck.oddities(card);
  }

  /** What is odd but allowed, as sentences. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<String> oddities(Machine card) {
    return CardCheck.oddities(card);
  }

  /** What was done to that card, newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<FilingChange> history(Card card) {
    List<FilingChange> changes =
        new ArrayList<>(
            ledger.about(LedgerNews.AUDIT, subject(card)).stream().map(ChangeText::read).toList());
    Collections.reverse(changes);
    return changes;
  }

  private <T extends Card> T keepNew(T card) {
    onFileOnce(card, null);
    card.setFiledAt(now());
    card.setChangedAt(now());
    em.persist(card);
    write();
    enter(card, "-filed", Optional.empty());
    return card;
  }

  private <T extends Card> T keepChanged(T card, Map<String, Object> before) {
    card.setChangedAt(now());
    write();
    enter(card, "-amended", Optional.of(before));
    return card;
  }

  /** Last in the transaction: the ledger's head stays locked until its end. */
  private void enter(Card card, String did, Optional<Map<String, Object>> before) {
    ledger.append(
        LedgerNews.AUDIT,
        subject(card),
        CardText.of(
            card.register() + did,
            session.getCallerPrincipal().getName(),
            card.getChangedAt(),
            before,
            CardText.items(card)));
  }

  private static String subject(Card card) {
    return card.register() + ":" + card.getId();
  }

  private <T extends Card> T claim(Class<T> type, T typed) {
    T card = em.find(type, typed.getId(), LockModeType.PESSIMISTIC_WRITE);
    if (card == null) {
      throw new Rejected("card-unknown", "", "这张卡片不存在，请刷新列表。");
    }
    if (card.getVersion() != typed.getVersion()) {
      throw new Rejected("stale-edit", "", card.getCode() + "的卡片在您编辑期间已被他人修改，请重新打开，核对后再改。");
    }
    return card;
  }

  private void onFileOnce(Card card, Long self) {
    String entity = card instanceof Machine ? "Machine" : "PlantVehicle";
    String serial = card instanceof Machine ? "pin" : "vin";
    known(entity, "code", card.getCode(), self)
        .ifPresent(
            code -> {
              throw new Rejected("code-known", "code", "编码 " + code + " 已有卡片，请直接修改，不要重复新增。");
            });
    known(entity, serial, card.serial(), self)
        .ifPresent(
            code -> {
              throw new Rejected(
                  serial + "-known", serial, "这个识别码已在卡片 " + code + " 上，是同一台，请修改那张卡片。");
            });
    if (card instanceof Machine machine) {
      known(entity, "tag", machine.getTag(), self)
          .ifPresent(
              code -> {
                throw new Rejected("tag-known", "tag", "这个标签已贴在 " + code + " 上，请核对标签。");
              });
    }
  }

  private Optional<String> known(String entity, String item, String value, Long self) {
    return value == null
        ? Optional.empty()
        : em.createQuery(
                "SELECT c.code FROM "
                    + entity
                    + " c WHERE c."
                    + item
                    + " = :value AND c.id <> :self",
                String.class)
            .setParameter("value", value)
            .setParameter("self", self == null ? 0L : self)
            .getResultStream()
            .findFirst();
  }

  /** Two people may have passed the check at once; then the unique keys decide. */
  private void write() {
    try {
      em.flush();
    } catch (PersistenceException e) {
      if (isDuplicate(e)) {
        throw new Rejected("filed-meanwhile", "code", "同一编码或识别码的卡片刚刚由他人建立，请刷新列表后再试。");
      }
      throw e;
    }
  }

  private static boolean isDuplicate(Throwable fault) {
    return fault instanceof SQLIntegrityConstraintViolationException
        || fault.getCause() != null && isDuplicate(fault.getCause());
  }

  private <T extends Card> Slice<T> find(
      Class<T> type, String serial, CardFilter filter, String cursor, int rows) {
    int wanted = Math.min(Math.max(rows, 1), MOST_ROWS);
    PageMark mark = cursor == null ? null : PageMark.of(cursor);
    List<T> found =
        filtered(
                "SELECT c FROM " + type.getSimpleName() + " c",
                serial,
                filter,
                mark,
                " ORDER BY c.code",
                type)
            .setMaxResults(wanted + 1)
            .getResultList();
    if (found.size() <= wanted) {
      return new Slice<>(found, Optional.empty());
    }
    T last = found.get(wanted - 1);
    return new Slice<>(
        found.subList(0, wanted), Optional.of(PageMark.after(last.getCode(), last.getId())));
  }

  private <T> TypedQuery<T> filtered(
      String select, String serial, CardFilter filter, PageMark mark, String order, Class<T> type) {
    Conditions conditions = new Conditions();
    if (filter.text() != null && !filter.text().isBlank()) {
      String part = Conditions.part(filter.text());
      conditions
          .and(
              "(c.code LIKE :code ESCAPE '!' OR c.plate LIKE :code ESCAPE '!' OR "
                  + serial
                  + " LIKE :code ESCAPE '!' OR c.owner LIKE :text ESCAPE '!')",
              "code",
              part.toUpperCase(Locale.ROOT))
          .with("text", part);
    }
    conditions
        .whole("c.stage", "stage", filter.stage())
        .whole("c.fuel", "fuel", filter.fuel())
        .whole("c.service", "service", filter.service());
    if (mark != null) {
      conditions.and("c.code > :mark", "mark", mark.plate());
    }
    return conditions.fill(em.createQuery(select + conditions.where() + order, type));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), PLANT_ZONE);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
